import type { Language } from "#core/policy/vocabulary.ts";

/** Small words that nobody writes a letter without, and that the other three languages do not have. */
const telling: { readonly [L in Language]: readonly string[] } = {
  nl: "het een niet ik mijn wij uw graag geen maar voor naar wordt van".split(" "),
  de: "ich nicht und das ist sie mein meine wir ein eine für bitte mit".split(" "),
  es: "el los las una que por para con mi muy gracias pero está del".split(" "),
  en: "the and my not you your with please have this that are but for".split(" "),
};

/** Ours: one small word may stand in a name or a quotation. */
const enough = 2;

/**
 * The language that a text is written in, by its small words.
 * @returns the first of the company's languages where it cannot be told, or the company does not write it.
 */
export const languageOf = (text: string, company: readonly Language[]): Language => {
  const words = new Set(
    text
      .slice(0, 5_000)
      .toLowerCase()
      .match(/\p{L}+/gu),
  );
  const counts = company.map((language) => ({
    language,
    found: telling[language].filter((word) => words.has(word)).length,
  }));
  const best = counts.reduce((one, other) => (other.found > one.found ? other : one), {
    language: company[0] ?? "en",
    found: 0,
  });
  return best.found >= enough ? best.language : (company[0] ?? "en");
};
