import type { InEachLanguage } from "./catalogue.ts";
import de from "./pointer/de.json" with { type: "json" };
import en from "./pointer/en.json" with { type: "json" };
import es from "./pointer/es.json" with { type: "json" };
import nl from "./pointer/nl.json" with { type: "json" };

/** What somebody hears who wrote to a person instead of a shared mailbox. */
export const pointer: InEachLanguage<typeof en> = { nl, es, de, en };
