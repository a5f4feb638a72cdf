import { type Language, languages } from "#core/policy/vocabulary.ts";
import { refusal } from "#messages/refusal.ts";

/** A problem in a customer's words; `undefined` for a code that only staff and programs meet. */
export const refusalIn = (language: Language, code: string): string | undefined => {
  const texts: Readonly<Record<string, string>> = refusal[language];
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
};

/**
 * The first language of ours that a reader would like best, by `Accept-Language` (RFC 9110, 12.5.4); English for everybody
 * else. What cannot be read counts for nothing.
 */
export const languageWanted = (header: string | undefined): Language => {
  const wanted = (header ?? "")
    .slice(0, longest)
    .split(",")
    .map((range) => wishIn(range))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return wanted.flatMap(({ tag }) => languages.find((each) => each === tag) ?? [])[0] ?? "en";
};

/** Ours: whoever sends more languages than fit in here speaks one of the first. */
const longest = 256;

const wishIn = (range: string): { readonly tag: string; readonly weight: number } => {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((each) => each.startsWith("q="))?.slice(2);
  return { tag: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight) || 0 };
};
