import type { Language } from "#core/policy/vocabulary.ts";
import { duration } from "#core/time.ts";
import { cancelled, changed, common, confirmation, type MailTexts, reminder } from "#messages/catalogue.ts";
import { linksAnswer } from "#messages/incoming.ts";
import { replacedRows, sessionRows } from "./details.ts";
import type {
  CancelledFields,
  ChangedFields,
  ConfirmationFields,
  ReminderFields,
  StandingFields,
} from "./fields.ts";
import type { Letter, Row } from "./letter.ts";
import { asText, type Phrase, phrase } from "./phrase.ts";
import { opening, sessionValues, type Values } from "./session-letter.ts";
import { howFar, lengthOf } from "./span.ts";

export const confirmationLetter = (language: Language, fields: ConfirmationFields): Letter => {
  const { terms } = termsValues(language, fields);
  return standingLetter(confirmation[language].email, language, fields, {
    after: [phrase(language, common[language].terms, { terms })],
  });
};

export const reminderLetter = (language: Language, fields: ReminderFields): Letter =>
  standingLetter(reminder[language].email, language, fields, { values: beforeValues(language, fields) });

/** Names the old time beside the new one, and what the change means for the customer. */
export const changedLetter = (language: Language, fields: ChangedFields): Letter => {
  const texts = changed[language].email;
  const values = causeValues(language, fields);
  return standingLetter(texts, language, fields, {
    values,
    was: replacedRows(language, fields),
    before: [phrase(language, texts.consequence, values)],
  });
};

/** Who wrote that they wish to change or cancel: nothing has happened yet, and here is how. */
export const linksLetter = (language: Language, fields: StandingFields): Letter => {
  const texts = linksAnswer[language].links;
  return standingLetter(texts, language, fields, { before: [phrase(language, texts.nothing)] });
};

/** What is cancelled, by whom, what that means, and how to book again, for whoever can. */
export const cancelledLetter = (language: Language, fields: CancelledFields): Letter => {
  const texts = cancelled[language].email;
  const { bookUrl } = fields;
  const values = { ...sessionValues(language, fields), ...causeValues(language, fields) };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].greeting, values),
    rows: sessionRows(language, values),
    paragraphs: [
      phrase(language, texts.consequence, values),
      ...(bookUrl === undefined ? [] : [phrase(language, texts.again)]),
    ],
    buttons: bookUrl === undefined ? [] : [{ label: common[language].bookAgain, url: bookUrl }],
    footer: footer(language, values, fields.supportMailbox),
  };
};

/** How far off the session is, for the reminder's own texts. */
export const beforeValues = (language: Language, fields: ReminderFields): { before: string } => ({
  before: howFar(language, duration(fields.before)),
});

/** What a kind adds to the letter about a session that stands. */
interface Additions {
  /** What the kind's own texts name. */
  readonly values?: Values;
  readonly was?: readonly Row[];
  /** Paragraphs before and after the rule about changes. */
  readonly before?: readonly Phrase[];
  readonly after?: readonly Phrase[];
}

/** The letter about a session that stands: its details, the rule for changes, both links. */
const standingLetter = (
  texts: MailTexts,
  language: Language,
  fields: StandingFields,
  { values: further, was, before = [], after = [] }: Additions,
): Letter => {
  const words = common[language];
  const values = { ...sessionValues(language, fields), ...further };
  const notice = lengthOf(language, duration(fields.notice));
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, words.greeting, values),
    rows: sessionRows(language, values, was),
    paragraphs: [...before, phrase(language, words.rule, { notice }), ...after],
    buttons: [
      { label: words.change, url: fields.changeUrl },
      { label: words.cancel, url: fields.cancelUrl },
    ],
    footer: footer(language, values, fields.supportMailbox),
  };
};

const causeValues = (language: Language, fields: ChangedFields | CancelledFields): Values => ({
  cause: fields.cause,
  clause: fields.clause,
  notice: lengthOf(language, duration(fields.notice)),
  ...termsValues(language, fields),
});

/** By booking, the customer accepted these terms: the mail says which, and where they stand (taxdome §3). */
export const termsValues = (
  language: Language,
  { terms: { version, url } }: Pick<ConfirmationFields, "terms">,
) => ({
  terms: { url, label: asText(phrase(language, common[language].termsName, { version })) },
});

export const footer = (language: Language, values: Values, address: string | undefined): Phrase => {
  const why = phrase(language, common[language].footer, values);
  if (!address) return why;
  const mailbox = { url: `mailto:${address}`, label: address };
  return [...why, " ", ...phrase(language, common[language].questions, { mailbox })];
};
