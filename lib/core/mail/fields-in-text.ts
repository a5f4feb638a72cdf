import { onceFor } from "#core/cache.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { ownLines } from "./shown-text.ts";

/** A field that a policy asks for, with its name in each language. */
interface AskedField {
  readonly id: string;
  readonly name: { readonly [L in Language]: string };
}

const longestValue = 200;
const mostLines = 2_000;
const longestLine = 500;
const longestLabel = 60;
/** "Model" names a field, "What" does not. */
const shortestWord = 5;
/** Between a label and its value: `Serienummer: X-1`, `Modell – Y`, a row of a table. */
const divider = /[:=|\t–—]| - /u;
const bullets = /^[\s|*•-]+/u;

/**
 * Fields of a policy as people write them into a mail, each on a line or in a row of a table, by their names in any of the
 * four languages; the value may stand on the next line. The first that says something counts, and what is not found is left
 * out.
 */
export const fieldsIn = (text: string, fields: readonly AskedField[]): Readonly<Record<string, string>> => {
  const lines = ownLines(text).slice(0, mostLines);
  const named = labelsOf(fields);
  const found: Record<string, string> = {};
  for (const [at, line] of lines.entries()) {
    const [id, value] = fieldOn(line, lines[at + 1] ?? "", named);
    if (id !== undefined && value !== "" && found[id] === undefined) found[id] = value;
  }
  return found;
};

/**
 * What a field may be called: its name, its name without what is explained behind a comma, or a first word of its own. A
 * policy's fields are the same for each mail.
 */
const labelsOf = onceFor((fields: readonly AskedField[]): ReadonlyMap<string, string> => {
  const exact = fields.flatMap(({ id, name }) =>
    Object.values(name).flatMap((each) =>
      [each, each.split(",")[0] ?? ""].map((label) => [folded(label), id] as const),
    ),
  );
  const short = fields.flatMap(({ id, name }) =>
    Object.values(name).map((each) => [folded(each.split(/[\s,]/)[0] ?? ""), id] as const),
  );
  const own = short.filter(
    ([word, id]) =>
      word.length >= shortestWord && short.every(([other, its]) => other !== word || its === id),
  );
  return new Map([...own, ...exact]);
});

type Named = readonly [id: string | undefined, value: string];

const fieldOn = (line: string, next: string, named: ReadonlyMap<string, string>): Named => {
  const [label, given] = divided(line);
  const id = named.get(folded(bare(label)));
  if (id === undefined) return plainly(line, named);
  const value = valueOf(given);
  return [id, value === "" && divided(next)[0] === "" ? valueOf(next) : value];
};

/** Label and value of a line; both empty where nothing divides it. */
const divided = (line: string): readonly [label: string, value: string] => {
  const shown = line.slice(0, longestLine).replace(bullets, "");
  const at = shown.slice(0, longestLabel).search(divider);
  return at < 0 ? ["", ""] : [shown.slice(0, at), shown.slice(at).replace(/^[\s:=|–—-]+/u, "")];
};

const article =
  /^(het|de|mijn|ons|onze|el|la|mi|nuestro|nuestra|das|die|der|mein|meine|unser|unsere|the|my|our)\s+/iu;
const verb = /\s+(is|luidt|es|ist|lautet)\s*$/iu;

/** A name as a sentence has it: "Het serienummer is" names the same as "Serienummer". */
const bare = (label: string): string => label.trim().replace(article, "").replace(verb, "");

/** `Serienummer X-1`: a name, and a value with a figure in it. */
const plainly = (line: string, named: ReadonlyMap<string, string>): Named => {
  const shown = line.slice(0, longestLine).trim();
  const at = shown.lastIndexOf(" ");
  const value = shown.slice(at + 1);
  return at < 0 || at > longestLabel || !/\d/.test(value)
    ? [undefined, ""]
    : [named.get(folded(bare(shown.slice(0, at)))), valueOf(value)];
};

/** People leave accents, blanks and capitals out. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

const nothing =
  /^([?.\-–—_x/]*|n\/?a|onbekend|unbekannt|desconocido|unknown|weet ik niet|weiß ich nicht|no lo sé)$/iu;

const valueOf = (given: string): string => {
  const value = given
    .replace(/^[\s|*]+/, "")
    .replace(/[|*]\s*$/, "")
    .slice(0, longestValue)
    .trim()
    .replace(/[.,;]$/, "");
  return nothing.test(value) ? "" : value.toWellFormed();
};
