import type { InEachLanguage } from "./catalogue.ts";
import closedDe from "./closed/de.json" with { type: "json" };
import closedEn from "./closed/en.json" with { type: "json" };
import closedEs from "./closed/es.json" with { type: "json" };
import closedNl from "./closed/nl.json" with { type: "json" };
import declinedDe from "./declined/de.json" with { type: "json" };
import declinedEn from "./declined/en.json" with { type: "json" };
import declinedEs from "./declined/es.json" with { type: "json" };
import declinedNl from "./declined/nl.json" with { type: "json" };
import escalatedDe from "./escalated/de.json" with { type: "json" };
import escalatedEn from "./escalated/en.json" with { type: "json" };
import escalatedEs from "./escalated/es.json" with { type: "json" };
import escalatedNl from "./escalated/nl.json" with { type: "json" };
import reopenedDe from "./reopened/de.json" with { type: "json" };
import reopenedEn from "./reopened/en.json" with { type: "json" };
import reopenedEs from "./reopened/es.json" with { type: "json" };
import reopenedNl from "./reopened/nl.json" with { type: "json" };
import resolvedDe from "./resolved/de.json" with { type: "json" };
import resolvedEn from "./resolved/en.json" with { type: "json" };
import resolvedEs from "./resolved/es.json" with { type: "json" };
import resolvedNl from "./resolved/nl.json" with { type: "json" };
import satisfactionDe from "./satisfaction/de.json" with { type: "json" };
import satisfactionEn from "./satisfaction/en.json" with { type: "json" };
import satisfactionEs from "./satisfaction/es.json" with { type: "json" };
import satisfactionNl from "./satisfaction/nl.json" with { type: "json" };

/* What customers hear of a case when it is answered, and after. */

export const resolved: InEachLanguage<typeof resolvedEn> = {
  nl: resolvedNl,
  es: resolvedEs,
  de: resolvedDe,
  en: resolvedEn,
};

export const declined: InEachLanguage<typeof declinedEn> = {
  nl: declinedNl,
  es: declinedEs,
  de: declinedDe,
  en: declinedEn,
};

export const escalated: InEachLanguage<typeof escalatedEn> = {
  nl: escalatedNl,
  es: escalatedEs,
  de: escalatedDe,
  en: escalatedEn,
};

export const closed: InEachLanguage<typeof closedEn> = {
  nl: closedNl,
  es: closedEs,
  de: closedDe,
  en: closedEn,
};

export const reopened: InEachLanguage<typeof reopenedEn> = {
  nl: reopenedNl,
  es: reopenedEs,
  de: reopenedDe,
  en: reopenedEn,
};

export const satisfaction: InEachLanguage<typeof satisfactionEn> = {
  nl: satisfactionNl,
  es: satisfactionEs,
  de: satisfactionDe,
  en: satisfactionEn,
};
