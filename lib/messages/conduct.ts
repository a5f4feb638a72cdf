import type { InEachLanguage } from "./catalogue.ts";
import de from "./conduct/de.json" with { type: "json" };
import en from "./conduct/en.json" with { type: "json" };
import es from "./conduct/es.json" with { type: "json" };
import nl from "./conduct/nl.json" with { type: "json" };

/** What a customer is told of a judgement about their conduct. */
export const conduct: InEachLanguage<typeof en> = { nl, es, de, en };
