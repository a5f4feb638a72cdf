import type { Language } from "#core/policy/vocabulary.ts";
import { locales } from "./phrase.ts";

/** "€ 250,00". @param amount with two decimals. @param currency ISO 4217. */
export const priceIn = (language: Language, amount: string, currency: string): string =>
  new Intl.NumberFormat(locales[language], { style: "currency", currency }).format(Number(amount));
