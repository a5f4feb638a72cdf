import { asText, locales, phrase, type Value } from "#core/message/phrase.ts";
import type { Language } from "../vocabulary.ts";
import { type ExplanationTexts, explanationTexts } from "./texts.ts";

/** The texts of a language, and how to fill one in. */
export interface Wording {
  readonly language: Language;
  readonly texts: ExplanationTexts;
  say(text: string, values?: Readonly<Record<string, Value>>): string;
  /** As the language lists things: with its "and" before the last. */
  list(items: readonly string[]): string;
}

export const wordingIn = (language: Language): Wording => ({
  language,
  texts: explanationTexts[language],
  say: (text, values = {}) => asText(phrase(language, text, values)),
  list: (items) => new Intl.ListFormat(locales[language]).format(items),
});
