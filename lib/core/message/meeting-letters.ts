import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { common } from "#messages/catalogue.ts";
import { meetingReminder, staffMeetingReminder } from "#messages/contact.ts";
import { type MailContent, mailOf } from "./compose.ts";
import type { Row } from "./letter.ts";
import { phrase, quoted } from "./phrase.ts";
import { whenIn } from "./promise-phrase.ts";
import { opening } from "./session-letter.ts";

export interface MeetingFields {
  readonly reader: string;
  readonly company: string;
  readonly guest: string;
  readonly host: string;
  readonly at: Instant;
  readonly place?: string | undefined;
  /** IANA zone in which the reader reads times. */
  readonly timeZone: string;
}

const texts = {
  "meeting-reminder": meetingReminder,
  "staff-meeting-reminder": staffMeetingReminder,
} as const;

export const meetingMail = (
  kind: keyof typeof texts,
  language: Language,
  fields: MeetingFields,
): MailContent => {
  const { email } = texts[kind][language];
  const { at, timeZone, place } = fields;
  const when = whenIn(language, at, timeZone);
  const values = {
    company: quoted(fields.company),
    guest: quoted(fields.guest),
    host: quoted(fields.host),
    when,
  };
  const rows: Row[] = [
    { label: common[language].when, value: [when] },
    ...(place === undefined ? [] : [{ label: email.place, value: [quoted(place)] }]),
  ];
  const letter = {
    ...opening(email, language, values),
    greeting: phrase(language, common[language].greeting, { customerName: quoted(fields.reader) }),
    rows,
    paragraphs: [phrase(language, email.how, values)],
    buttons: [],
    footer: phrase(language, email.footer, values),
  };
  return mailOf(letter, language);
};
