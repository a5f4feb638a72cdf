import type { Language } from "#core/policy/vocabulary.ts";
import { ownLines } from "./shown-text.ts";

/** A field that a policy asks for, with its name in each language. */
interface AskedField {
  readonly id: string;
  readonly name: { readonly [L in Language]: string };
}

const longestValue = 200;
const mostLines = 2_000;
/** "Model" names a field, "What" does not. */
const shortestWord = 5;
/** A label, what divides, and a value: `Serienummer: X-1`, `Modell – Y`, a row of a table. */
const labelled = /^\s*[|*•>-]*\s*([^:=|\t–—]{2,60}?)\s*(?:[:=|\t–—]|\s-\s)+\s*(.*)$/u;

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

/** What a field may be called: its name, its name without what is explained behind a comma, or a first word of its own. */
const labelsOf = (fields: readonly AskedField[]): ReadonlyMap<string, string> => {
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
};

const fieldOn = (
  line: string,
  next: string,
  named: ReadonlyMap<string, string>,
): readonly [id: string | undefined, value: string] => {
  const [, label = "", given = ""] = labelled.exec(line.slice(0, 500)) ?? [];
  const id = named.get(folded(label));
  if (id === undefined) return plainly(line, named);
  const value = valueOf(given);
  return [id, value === "" && !labelled.test(next.slice(0, 500)) ? valueOf(next) : value];
};

/** `Serienummer X-1`: a name, and a value with a figure in it. */
const plainly = (
  line: string,
  named: ReadonlyMap<string, string>,
): readonly [id: string | undefined, value: string] => {
  const [, label = "", value = ""] = /^\s*(.{2,60}?)\s+(\S*\d\S*)\s*$/u.exec(line.slice(0, 200)) ?? [];
  return [named.get(folded(label)), valueOf(value)];
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
