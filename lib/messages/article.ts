import de from "./article/de.json" with { type: "json" };
import en from "./article/en.json" with { type: "json" };
import es from "./article/es.json" with { type: "json" };
import nl from "./article/nl.json" with { type: "json" };
import type { InEachLanguage } from "./catalogue.ts";

/** What a reader reads who has said whether an article was useful. */
export const articleReply: InEachLanguage<typeof en> = { nl, es, de, en };
