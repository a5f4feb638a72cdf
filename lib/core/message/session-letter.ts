import type { Language } from "#core/policy/vocabulary.ts";
import { duration, until } from "#core/time.ts";
import { common, type MailTexts } from "#messages/catalogue.ts";
import type { SessionFields } from "./fields.ts";
import type { Letter, Row } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { asLine, type Phrase, phrase, quoted, type Value } from "./phrase.ts";
import { lengthOf } from "./span.ts";

/** A name in a subject: what a phone shows of one. */
const longestNameInSubject = 60;

/**
 * The letter about a session that stands: its details, the rule for changes, both links. `further` are values that
 * the kind's own texts name; `closing` are paragraphs after the rule.
 */
export const sessionLetter = (
  texts: MailTexts,
  language: Language,
  fields: SessionFields,
  further: Readonly<Record<string, Value>> = {},
  closing: readonly Phrase[] = [],
): Letter => {
  const words = common[language];
  const values = { ...sessionValues(language, fields), ...further };
  const notice = lengthOf(language, duration(fields.notice));
  return {
    subject: asLine(phrase(language, texts.subject, values), longestNameInSubject),
    greeting: phrase(language, words.greeting, values),
    lead: phrase(language, texts.lead, values),
    rows: details(language, values),
    paragraphs: [phrase(language, words.rule, { notice }), ...closing],
    buttons: [
      { label: words.change, url: fields.changeUrl },
      { label: words.cancel, url: fields.cancelUrl },
    ],
    footer: footer(language, values, fields.supportMailbox),
  };
};

/** What the texts of every message about a session may name. */
export const sessionValues = (
  language: Language,
  fields: SessionFields,
): Readonly<Record<string, Value>> => ({
  customerName: quoted(fields.customerName),
  company: quoted(fields.company),
  sessionName: quoted(fields.sessionName),
  hostName: quoted(fields.hostName),
  code: fields.code,
  length: lengthOf(language, until(fields.start, fields.end)),
  ...momentIn(language, fields.start, fields.timeZone),
});

const details = (language: Language, values: Readonly<Record<string, Value>>): Row[] => {
  const words = common[language];
  return [
    { label: words.session, value: phrase(language, words.sessionLength, values) },
    { label: words.host, value: phrase(language, "{hostName}", values) },
    { label: words.when, value: phrase(language, words.moment, values) },
    { label: words.code, value: phrase(language, "{code}", values) },
  ];
};

const footer = (
  language: Language,
  values: Readonly<Record<string, Value>>,
  address: string | undefined,
): Phrase => {
  const why = phrase(language, common[language].footer, values);
  if (!address) return why;
  const mailbox = { url: `mailto:${address}`, label: address };
  return [...why, " ", ...phrase(language, common[language].questions, { mailbox })];
};
