import type { Channel, Language, MessageKind } from "#core/policy/vocabulary.ts";
import { duration } from "#core/time.ts";
import { common, confirmation, reminder } from "#messages/catalogue.ts";
import type { ConfirmationFields, ReminderFields } from "./fields.ts";
import { htmlPart } from "./html.ts";
import type { Letter } from "./letter.ts";
import { asText, type Phrase, phrase } from "./phrase.ts";
import { sessionLetter, sessionValues } from "./session-letter.ts";
import { sms } from "./sms.ts";
import { howFar } from "./span.ts";
import { textPart } from "./text.ts";

export interface MailContent {
  /** On one line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface SmsContent {
  readonly text: string;
}

/** Which fields a kind needs. */
export interface Fields {
  readonly confirmation: ConfirmationFields;
  readonly reminder: ReminderFields;
}

const letters: { readonly [Kind in MessageKind]: (language: Language, fields: Fields[Kind]) => Letter } = {
  confirmation: (language, fields) =>
    sessionLetter(confirmation[language].email, language, fields, {}, [accepted(language, fields.terms)]),
  reminder: (language, fields) =>
    sessionLetter(reminder[language].email, language, fields, before(language, fields)),
};

/** By booking, the customer accepted these terms: the mail says which, and where they stand (taxdome §3). */
const accepted = (language: Language, { version, url }: ConfirmationFields["terms"]): Phrase => {
  const label = asText(phrase(language, common[language].termsName, { version }));
  return phrase(language, common[language].terms, { terms: { url, label } });
};

const before = (language: Language, fields: ReminderFields): { before: string } => ({
  before: howFar(language, duration(fields.before)),
});

/** The kinds that are also said in an SMS. */
const shortTexts: { readonly [Kind in MessageKind]?: (language: Language, fields: Fields[Kind]) => string } =
  {
    reminder: (language, fields) =>
      sms(reminder[language].sms, language, {
        ...sessionValues(language, fields),
        ...before(language, fields),
      }),
  };

/**
 * A message in the customer's language, with times in the customer's zone. Names may hold anything.
 * @throws RangeError when a duration or the zone is none, or the kind has no SMS: the policy and the API let no such
 * value in.
 */
export function compose<Kind extends MessageKind>(
  kind: Kind,
  channel: "email",
  language: Language,
  fields: Fields[Kind],
): MailContent;
export function compose<Kind extends MessageKind>(
  kind: Kind,
  channel: "sms",
  language: Language,
  fields: Fields[Kind],
): SmsContent;
export function compose<Kind extends MessageKind>(
  kind: Kind,
  channel: Channel,
  language: Language,
  fields: Fields[Kind],
): MailContent | SmsContent {
  switch (channel) {
    case "email":
      return mail(letters[kind](language, fields), language);
    case "sms":
      return { text: shortText(kind, language, fields) };
  }
}

const mail = (letter: Letter, language: Language): MailContent => ({
  subject: letter.subject,
  text: textPart(letter),
  html: htmlPart(letter, language),
});

const shortText = <Kind extends MessageKind>(
  kind: Kind,
  language: Language,
  fields: Fields[Kind],
): string => {
  const write = shortTexts[kind];
  if (write === undefined) throw new RangeError(`There is no SMS of the kind "${kind}"`);
  return write(language, fields);
};
