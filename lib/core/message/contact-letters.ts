import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { caseWords } from "#messages/case.ts";
import { staffContactDue, staffContactMissed } from "#messages/contact.ts";
import { type MailContent, mailOf } from "./compose.ts";
import { phrase, quoted } from "./phrase.ts";
import { whenIn } from "./promise-phrase.ts";
import { opening } from "./session-letter.ts";

/** To an account manager, or to who hears above them: whom to call, and by when. */
export interface ContactFields {
  readonly reader: string;
  readonly manager: string;
  readonly company: string;
  readonly account: string;
  readonly due: Instant;
  /** The contact before; absent where there was none. */
  readonly last?: Instant | undefined;
  /** The company's IANA zone. */
  readonly timeZone: string;
}

const texts = { "staff-contact-due": staffContactDue, "staff-contact-missed": staffContactMissed } as const;

export const contactMail = (
  kind: keyof typeof texts,
  language: Language,
  fields: ContactFields,
): MailContent => {
  const { email } = texts[kind][language];
  const { last, timeZone, due } = fields;
  const values = {
    account: quoted(fields.account),
    manager: quoted(fields.manager),
    company: quoted(fields.company),
    due: whenIn(language, due, timeZone),
    known: last === undefined ? "no" : "yes",
    last: last === undefined ? "" : whenIn(language, last, timeZone),
  };
  const letter = {
    ...opening(email, language, values),
    greeting: phrase(language, caseWords[language].staffGreeting, { team: quoted(fields.reader) }),
    rows: [],
    paragraphs: [phrase(language, email.last, values), phrase(language, email.how, values)],
    buttons: [],
    footer: phrase(language, email.footer, values),
  };
  return mailOf(letter, language);
};
