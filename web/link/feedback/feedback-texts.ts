import { languageOf, type Say } from "../texts.ts";
import de from "./texts/de.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import es from "./texts/es.json" with { type: "json" };
import nl from "./texts/nl.json" with { type: "json" };

export type FeedbackText = keyof typeof en;
const texts = { de, en, es, nl } as const satisfies Record<string, Readonly<Record<FeedbackText, string>>>;

export type SayFeedback = (name: FeedbackText, fields?: Parameters<Say>[1]) => string;

/** The page's texts about feedback, in the first language it speaks. */
export const sayFeedback =
  (language: string): SayFeedback =>
  (name, fields = {}) =>
    texts[languageOf(language)][name].replace(/\{(\w+)\}/g, (whole, field: string) => fields[field] ?? whole);
