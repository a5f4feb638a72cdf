import type { Language } from "#core/policy/vocabulary.ts";
import { until } from "#core/time.ts";
import type { MailTexts } from "#messages/catalogue.ts";
import type { SessionFields } from "./fields.ts";
import type { Letter } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { asLine, phrase, quoted, type Value } from "./phrase.ts";
import { lengthOf } from "./span.ts";

/** A name in a subject: what a phone shows of one. */
const longestNameInSubject = 60;

export type Values = Readonly<Record<string, Value>>;

/** What a kind's own texts begin a letter with; `values` are all that they name. */
export const opening = (
  texts: MailTexts,
  language: Language,
  values: Values,
): Pick<Letter, "subject" | "lead"> => ({
  subject: asLine(phrase(language, texts.subject, values), longestNameInSubject),
  lead: phrase(language, texts.lead, values),
});

/** What the texts of every message about a session may name; times are in the reader's zone. */
export const sessionValues = (language: Language, fields: SessionFields): Values => ({
  customerName: quoted(fields.customerName),
  company: quoted(fields.company),
  sessionName: quoted(fields.sessionName),
  hostName: quoted(fields.hostName),
  code: fields.code,
  length: lengthOf(language, until(fields.start, fields.end)),
  ...momentIn(language, fields.start, fields.timeZone),
});
