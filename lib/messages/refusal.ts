import type { InEachLanguage } from "./catalogue.ts";
import de from "./refusal/de.json" with { type: "json" };
import en from "./refusal/en.json" with { type: "json" };
import es from "./refusal/es.json" with { type: "json" };
import nl from "./refusal/nl.json" with { type: "json" };

/** What a customer reads where something could not be done, by the code of the problem. */
export const refusal: InEachLanguage<typeof en> = { nl, es, de, en };
