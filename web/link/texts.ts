import { languageAmong, type SayOf, sayFrom } from "../language.ts";
import de from "./texts/de.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import es from "./texts/es.json" with { type: "json" };
import nl from "./texts/nl.json" with { type: "json" };

export type TextName = keyof typeof en;

/** A text of the page, its `{fields}` filled in. */
export type Say = SayOf<TextName>;

const texts = { de, en, es, nl } as const satisfies Record<string, Readonly<Record<TextName, string>>>;
export type Language = keyof typeof texts;

/** The first that the page speaks, of BCP 47 tags in order of preference; English otherwise. */
export const languageOf = (...wanted: readonly string[]): Language => languageAmong(texts, wanted);

export const sayIn = (language: Language): Say => sayFrom(texts[language]);
