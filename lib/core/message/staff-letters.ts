import type { Language } from "#core/policy/vocabulary.ts";
import { duration } from "#core/time.ts";
import { common, type MailTexts } from "#messages/catalogue.ts";
import { staffMail } from "#messages/incoming.ts";
import { staffBooked, staffCancelled, staffChanged } from "#messages/staff.ts";
import { customerRows, replacedRows } from "./details.ts";
import type { StaffCancelledFields, StaffChangedFields, StaffFields, StaffMailFields } from "./fields.ts";
import type { Letter, Row } from "./letter.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { opening, sessionValues, type Values } from "./session-letter.ts";
import { lengthOf } from "./span.ts";
import { written } from "./written.ts";

export const staffBookedLetter = (language: Language, fields: StaffFields): Letter =>
  staffLetter(staffBooked[language].email, language, fields, {});

export const staffChangedLetter = (language: Language, fields: StaffChangedFields): Letter => {
  const texts = staffChanged[language].email;
  const values = causeValues(language, fields);
  return staffLetter(texts, language, fields, {
    values,
    was: replacedRows(language, fields),
    paragraphs: [phrase(language, texts.consequence, values)],
  });
};

export const staffCancelledLetter = (language: Language, fields: StaffCancelledFields): Letter => {
  const texts = staffCancelled[language].email;
  const values = causeValues(language, fields);
  return staffLetter(texts, language, fields, {
    values,
    paragraphs: [phrase(language, texts.consequence, values)],
  });
};

/** What the customer wrote stands apart from our own words, and may be anybody's. */
export const staffMailLetter = (language: Language, fields: StaffMailFields): Letter => {
  const texts = staffMail[language].email;
  const { mail } = fields;
  return {
    ...staffLetter(texts, language, fields, {
      paragraphs: mail?.anotherAddress ? [phrase(language, texts.another)] : [],
    }),
    written: written(texts.heading, mail?.text),
  };
};

interface Additions {
  readonly values?: Values;
  readonly was?: readonly Row[];
  readonly paragraphs?: readonly Phrase[];
}

/** No button: a host acts at the staff desk, where the audit knows who it was. */
const staffLetter = (
  texts: MailTexts,
  language: Language,
  fields: StaffFields,
  { values: further, was, paragraphs = [] }: Additions,
): Letter => {
  const values = { ...sessionValues(language, fields), ...further };
  return {
    ...opening(texts, language, values),
    greeting: phrase(language, common[language].hostGreeting, values),
    rows: customerRows(language, values, fields, was),
    paragraphs,
    buttons: [],
    footer: phrase(language, common[language].hostFooter, values),
  };
};

const causeValues = (language: Language, fields: StaffChangedFields | StaffCancelledFields): Values => ({
  cause: fields.cause,
  clause: fields.clause,
  notice: lengthOf(language, duration(fields.notice)),
});
