import type { Language } from "#core/policy/vocabulary.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };

/** ICU MessageFormat, without markup; every language says the same with the same fields. */
export const contactTexts: Readonly<Record<Language, typeof en>> = { nl, es, de, en };
