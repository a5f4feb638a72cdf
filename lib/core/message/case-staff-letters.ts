import type { Language } from "#core/policy/vocabulary.ts";
import {
  staffCaseAssigned,
  staffCaseCustomer,
  staffCaseEscalated,
  staffCaseMissed,
  staffCaseWarning,
} from "#messages/case-staff.ts";
import type { StaffAboutFields, StaffCaseFields, StaffDueFields, StaffMissedFields } from "./case-fields.ts";
import { staffCaseLetter } from "./case-letter.ts";
import type { Letter } from "./letter.ts";
import { momentIn } from "./moment.ts";
import { promiseIn, whenIn } from "./promise-phrase.ts";
import type { Values } from "./session-letter.ts";

export const caseAssignedLetter = (language: Language, fields: StaffCaseFields): Letter =>
  staffCaseLetter(staffCaseAssigned[language].email, language, fields);

/** That the customer acted, and never in which words: those may be a stranger's. */
export const caseCustomerLetter = (language: Language, fields: StaffAboutFields): Letter =>
  staffCaseLetter(staffCaseCustomer[language].email, language, fields, {
    // ICU takes no hyphen in the name of a choice.
    values: { about: fields.about === "not-satisfied" ? "unsatisfied" : fields.about },
  });

export const caseWarningLetter = (language: Language, fields: StaffDueFields): Letter =>
  staffCaseLetter(staffCaseWarning[language].email, language, fields, {
    values: dueValues(language, fields),
  });

export const caseMissedLetter = (language: Language, fields: StaffMissedFields): Letter => {
  const texts = staffCaseMissed[language].email;
  return staffCaseLetter(texts, language, fields, {
    values: { ...dueValues(language, fields), to: fields.to },
    paragraphs: [texts.who],
  });
};

export const caseEscalatedLetter = (language: Language, fields: StaffCaseFields): Letter =>
  staffCaseLetter(staffCaseEscalated[language].email, language, fields);

const dueValues = (language: Language, { promise, due, timeZone }: StaffDueFields): Values => ({
  promise: promiseIn(language, promise),
  day: momentIn(language, due, timeZone).day,
  due: whenIn(language, due, timeZone),
});
