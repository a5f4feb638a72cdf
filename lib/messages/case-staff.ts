import type { InEachLanguage } from "./catalogue.ts";
import staffCaseAssignedDe from "./staff-case-assigned/de.json" with { type: "json" };
import staffCaseAssignedEn from "./staff-case-assigned/en.json" with { type: "json" };
import staffCaseAssignedEs from "./staff-case-assigned/es.json" with { type: "json" };
import staffCaseAssignedNl from "./staff-case-assigned/nl.json" with { type: "json" };
import staffCaseCustomerDe from "./staff-case-customer/de.json" with { type: "json" };
import staffCaseCustomerEn from "./staff-case-customer/en.json" with { type: "json" };
import staffCaseCustomerEs from "./staff-case-customer/es.json" with { type: "json" };
import staffCaseCustomerNl from "./staff-case-customer/nl.json" with { type: "json" };
import staffCaseEscalatedDe from "./staff-case-escalated/de.json" with { type: "json" };
import staffCaseEscalatedEn from "./staff-case-escalated/en.json" with { type: "json" };
import staffCaseEscalatedEs from "./staff-case-escalated/es.json" with { type: "json" };
import staffCaseEscalatedNl from "./staff-case-escalated/nl.json" with { type: "json" };
import staffCaseMissedDe from "./staff-case-missed/de.json" with { type: "json" };
import staffCaseMissedEn from "./staff-case-missed/en.json" with { type: "json" };
import staffCaseMissedEs from "./staff-case-missed/es.json" with { type: "json" };
import staffCaseMissedNl from "./staff-case-missed/nl.json" with { type: "json" };
import staffCaseWarningDe from "./staff-case-warning/de.json" with { type: "json" };
import staffCaseWarningEn from "./staff-case-warning/en.json" with { type: "json" };
import staffCaseWarningEs from "./staff-case-warning/es.json" with { type: "json" };
import staffCaseWarningNl from "./staff-case-warning/nl.json" with { type: "json" };

/* What teams hear of their cases. */

export const staffCaseAssigned: InEachLanguage<typeof staffCaseAssignedEn> = {
  nl: staffCaseAssignedNl,
  es: staffCaseAssignedEs,
  de: staffCaseAssignedDe,
  en: staffCaseAssignedEn,
};

export const staffCaseCustomer: InEachLanguage<typeof staffCaseCustomerEn> = {
  nl: staffCaseCustomerNl,
  es: staffCaseCustomerEs,
  de: staffCaseCustomerDe,
  en: staffCaseCustomerEn,
};

export const staffCaseWarning: InEachLanguage<typeof staffCaseWarningEn> = {
  nl: staffCaseWarningNl,
  es: staffCaseWarningEs,
  de: staffCaseWarningDe,
  en: staffCaseWarningEn,
};

export const staffCaseMissed: InEachLanguage<typeof staffCaseMissedEn> = {
  nl: staffCaseMissedNl,
  es: staffCaseMissedEs,
  de: staffCaseMissedDe,
  en: staffCaseMissedEn,
};

export const staffCaseEscalated: InEachLanguage<typeof staffCaseEscalatedEn> = {
  nl: staffCaseEscalatedNl,
  es: staffCaseEscalatedEs,
  de: staffCaseEscalatedDe,
  en: staffCaseEscalatedEn,
};
