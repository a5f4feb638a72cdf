import type { Channel, Language, MessageKind } from "#core/policy/vocabulary.ts";
import { reminder } from "#messages/catalogue.ts";
import type { FeedbackFields, InterruptedFields, StaffAttendanceFields } from "./attendance-fields.ts";
import { feedbackLetter, interruptedLetter, staffAttendanceLetter } from "./attendance-letters.ts";
import {
  beforeValues,
  cancelledLetter,
  changedLetter,
  confirmationLetter,
  linksLetter,
  reminderLetter,
} from "./customer-letters.ts";
import type {
  CancelledFields,
  ChangedFields,
  ConfirmationFields,
  OfferFields,
  ReminderFields,
  StaffCancelledFields,
  StaffChangedFields,
  StaffFields,
  StaffMailFields,
  StandingFields,
} from "./fields.ts";
import { htmlPart } from "./html.ts";
import type { Letter } from "./letter.ts";
import type { NoShowFields } from "./no-show-fields.ts";
import { noShowConsequenceLetter, noShowWaivedLetter, noShowWarningLetter } from "./no-show-letters.ts";
import { offerLetter } from "./offer-letter.ts";
import { sessionValues } from "./session-letter.ts";
import { sms } from "./sms.ts";
import {
  staffBookedLetter,
  staffCancelledLetter,
  staffChangedLetter,
  staffMailLetter,
} from "./staff-letters.ts";
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
  readonly changed: ChangedFields;
  readonly cancelled: CancelledFields;
  readonly interrupted: InterruptedFields;
  readonly "feedback-request": FeedbackFields;
  readonly "no-show-warning": NoShowFields;
  readonly "no-show-consequence": NoShowFields;
  readonly "no-show-waived": NoShowFields;
  readonly offer: OfferFields;
  readonly answer: StandingFields;
  readonly "staff-booked": StaffFields;
  readonly "staff-changed": StaffChangedFields;
  readonly "staff-cancelled": StaffCancelledFields;
  readonly "staff-attendance": StaffAttendanceFields;
  readonly "staff-mail": StaffMailFields;
}

const letters: { readonly [Kind in MessageKind]: (language: Language, fields: Fields[Kind]) => Letter } = {
  confirmation: confirmationLetter,
  reminder: reminderLetter,
  changed: changedLetter,
  cancelled: cancelledLetter,
  interrupted: interruptedLetter,
  "feedback-request": feedbackLetter,
  "no-show-warning": noShowWarningLetter,
  "no-show-consequence": noShowConsequenceLetter,
  "no-show-waived": noShowWaivedLetter,
  offer: offerLetter,
  answer: linksLetter,
  "staff-booked": staffBookedLetter,
  "staff-changed": staffChangedLetter,
  "staff-cancelled": staffCancelledLetter,
  "staff-attendance": staffAttendanceLetter,
  "staff-mail": staffMailLetter,
};

/** The kinds that are also said in an SMS. */
const shortTexts: { readonly [Kind in MessageKind]?: (language: Language, fields: Fields[Kind]) => string } =
  {
    reminder: (language, fields) =>
      sms(reminder[language].sms, language, {
        ...sessionValues(language, fields),
        ...beforeValues(language, fields),
      }),
  };

/**
 * A message in the reader's language, with times in the reader's zone. Names may hold anything.
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
      return mailOf(letters[kind](language, fields), language);
    case "sms":
      return { text: shortText(kind, language, fields) };
  }
}

/** A letter in the forms that a mail has. */
export const mailOf = (letter: Letter, language: Language): MailContent => ({
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
