import type { Told } from "#core/customer/conduct.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { common } from "#messages/catalogue.ts";
import { conduct } from "#messages/conduct.ts";
import type { MailContent } from "./compose.ts";
import { htmlPart } from "./html.ts";
import type { Letter } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { asText, phrase, quoted } from "./phrase.ts";
import { opening, type Values } from "./session-letter.ts";
import { textPart } from "./text.ts";

/** What the letter may say: neither the evidence, nor who reported, who judged and why. */
export interface ConductFields {
  readonly customerName: string;
  readonly company: string;
  readonly outcome: Told["says"];
  readonly reportedAt: Instant;
  /** Of a restriction: the first moment at which it no longer holds. */
  readonly until?: Instant | undefined;
  /** What became of the sessions that were booked; absent where the judgement did not touch them. */
  readonly bookings?: "kept" | "cancelled" | undefined;
  readonly clause: string;
  readonly terms: { readonly version: string; readonly url: string };
  /** Where an objection goes. */
  readonly mailbox?: string | undefined;
  /** IANA zone in which the reader reads times. */
  readonly timeZone: string;
}

/** What was judged, by which clause, what it means now, and how to object (taxdome §2). */
export const conductMail = (language: Language, fields: ConductFields): MailContent => {
  const letter = conductLetter(language, fields);
  return { subject: letter.subject, text: textPart(letter), html: htmlPart(letter, language) };
};

const conductLetter = (language: Language, fields: ConductFields): Letter => {
  const texts = conduct[language].email;
  const values = valuesOf(language, fields);
  const said = [
    texts.meaning,
    ...(fields.bookings === undefined ? [] : [texts.bookings]),
    ...(fields.mailbox === undefined || fields.outcome === "lifted" ? [] : [texts.object]),
  ];
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: [],
    paragraphs: said.map((text) => phrase(language, text, values)),
    buttons: [],
    footer: phrase(language, texts.footer, values),
  };
};

const valuesOf = (language: Language, fields: ConductFields): Values => {
  const { until = fields.reportedAt, terms, mailbox = "", timeZone } = fields;
  const end = momentIn(language, until, timeZone);
  return {
    customerName: quoted(fields.customerName),
    company: quoted(fields.company),
    // ICU takes no hyphen in the name of a choice.
    outcome: fields.outcome === "licence-ended" ? "ended" : fields.outcome,
    bookings: fields.bookings ?? "kept",
    clause: fields.clause,
    date: momentIn(language, fields.reportedAt, timeZone).date,
    untilDate: end.date,
    untilTime: end.time,
    untilZone: end.zone,
    terms: { url: terms.url, label: asText(phrase(language, common[language].termsName, terms)) },
    mailbox: { url: `mailto:${mailbox}`, label: mailbox },
  };
};
