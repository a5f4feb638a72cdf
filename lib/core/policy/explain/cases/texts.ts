import type { Language } from "../../vocabulary.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };

export type CaseTexts = typeof en;

/** ICU MessageFormat, without markup; every language says the same with the same fields. */
export const caseTexts: Readonly<Record<Language, CaseTexts>> = { nl, es, de, en };
