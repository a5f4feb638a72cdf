import { languageOf, type Say } from "../texts.ts";
import de from "./texts/de.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import es from "./texts/es.json" with { type: "json" };
import nl from "./texts/nl.json" with { type: "json" };

export type CaseText = keyof typeof en;
const texts = { de, en, es, nl } as const satisfies Record<string, Readonly<Record<CaseText, string>>>;

export type SayCase = (name: CaseText, fields?: Parameters<Say>[1]) => string;

/** The page's texts about a case, in the first language it speaks. */
export const sayCase =
  (language: string): SayCase =>
  (name, fields = {}) =>
    texts[languageOf(language)][name].replace(/\{(\w+)\}/g, (whole, field: string) => fields[field] ?? whole);
