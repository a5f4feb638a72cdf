import type { CaseMessageKind } from "#core/case/message-kind.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { awayLetter } from "./away-letter.ts";
import {
  closedLetter,
  declinedLetter,
  escalatedLetter,
  reopenedLetter,
  resolvedLetter,
  satisfactionLetter,
} from "./case-end-letters.ts";
import type {
  AnsweredFields,
  AwayFields,
  ClosedFields,
  CostFields,
  CustomerCaseFields,
  DeclinedFields,
  ExtendedFields,
  PartyRequestFields,
  PlanFields,
  PointerFields,
  RegisteredFields,
  RequestFields,
  SatisfactionFields,
  StaffAboutFields,
  StaffCaseFields,
  StaffDueFields,
  StaffMissedFields,
} from "./case-fields.ts";
import { partyRequestLetter } from "./case-party-letter.ts";
import {
  acknowledgedLetter,
  answerLetter,
  extendedLetter,
  planLetter,
  registeredLetter,
  requestLetter,
  updatedLetter,
} from "./case-progress-letters.ts";
import {
  caseAssignedLetter,
  caseCustomerLetter,
  caseEscalatedLetter,
  caseMissedLetter,
  caseWarningLetter,
} from "./case-staff-letters.ts";
import { type MailContent, mailOf } from "./compose.ts";
import { costLetter } from "./cost-letter.ts";
import type { Letter } from "./letter.ts";
import { pointerLetter } from "./pointer-letter.ts";

/** Which fields a kind needs. */
export interface CaseMessageFields {
  readonly registered: RegisteredFields;
  readonly acknowledged: CustomerCaseFields;
  readonly updated: CustomerCaseFields;
  readonly plan: PlanFields;
  readonly answer: AnsweredFields;
  readonly "information-request": RequestFields | PartyRequestFields;
  readonly extended: ExtendedFields;
  readonly "cost-notice": CostFields;
  readonly pointer: PointerFields;
  readonly "out-of-office": AwayFields;
  readonly resolved: AnsweredFields;
  readonly declined: DeclinedFields;
  readonly escalated: CustomerCaseFields;
  readonly closed: ClosedFields;
  readonly reopened: CustomerCaseFields;
  readonly satisfaction: SatisfactionFields;
  readonly "staff-case-assigned": StaffCaseFields;
  readonly "staff-case-customer": StaffAboutFields;
  readonly "staff-case-warning": StaffDueFields;
  readonly "staff-case-missed": StaffMissedFields;
  readonly "staff-case-escalated": StaffCaseFields;
}

type Letters = {
  readonly [Kind in CaseMessageKind]: (language: Language, fields: CaseMessageFields[Kind]) => Letter;
};

const letters: Letters = {
  registered: registeredLetter,
  acknowledged: acknowledgedLetter,
  updated: updatedLetter,
  plan: planLetter,
  answer: answerLetter,
  "information-request": (language, fields) =>
    "partyName" in fields ? partyRequestLetter(language, fields) : requestLetter(language, fields),
  extended: extendedLetter,
  "cost-notice": costLetter,
  pointer: pointerLetter,
  "out-of-office": awayLetter,
  resolved: resolvedLetter,
  declined: declinedLetter,
  escalated: escalatedLetter,
  closed: closedLetter,
  reopened: reopenedLetter,
  satisfaction: satisfactionLetter,
  "staff-case-assigned": caseAssignedLetter,
  "staff-case-customer": caseCustomerLetter,
  "staff-case-warning": caseWarningLetter,
  "staff-case-missed": caseMissedLetter,
  "staff-case-escalated": caseEscalatedLetter,
};

/**
 * A mail about a case in the reader's language, its moments in the company's zone, in which they were promised. Names and
 * texts may hold anything.
 * @throws RangeError when the zone is none: a policy lets no such value in.
 */
export const composeCase = <Kind extends CaseMessageKind>(
  kind: Kind,
  language: Language,
  fields: CaseMessageFields[Kind],
): MailContent => mailOf(letters[kind](language, fields), language);
