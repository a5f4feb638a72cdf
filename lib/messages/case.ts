import caseDe from "./case/de.json" with { type: "json" };
import caseEn from "./case/en.json" with { type: "json" };
import caseEs from "./case/es.json" with { type: "json" };
import caseNl from "./case/nl.json" with { type: "json" };
import type { InEachLanguage } from "./catalogue.ts";

/** Words that every message about a case shares. */
export const caseWords: InEachLanguage<typeof caseEn> = { nl: caseNl, es: caseEs, de: caseDe, en: caseEn };
