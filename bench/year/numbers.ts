import type { Item } from "#core/table.ts";

/** The changes of each case by their numbers: which of them, the first, the second, has which. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * A case numbers its changes together with the outcomes of its messages, and which of two that are written at one instant comes
 * first is nobody's promise. The changes themselves come in their own order all the same, and say so.
 */
export const numbersOf = (items: readonly Item[]): Numbers => {
  const changes = items.filter(({ type, pk }) => type === "change" && pk.includes("#case#"));
  return new Map(
    [...Map.groupBy(changes, caseOf)].map(([key, own]) => [
      key,
      new Map(own.map(({ rev, nth }) => [Number(rev), Number(nth)])),
    ]),
  );
};

/** What leads from a message's id back to the ledger names its case in its `sk`. */
export const caseOf = ({ pk, sk, type }: Item): string =>
  type === "message" ? sk.split("_").slice(0, 3).join("#") : pk;

/** In a name or a key, `closed-30`, `change#000030`: in the place of the number which change it is. */
export const renamed = (text: string, numbers: ReadonlyMap<number, number> | undefined): string =>
  text.replace(/(?<=[a-z]-|(?:change|words)#0*)\d+(?=(?:-\d+)?(?:[#_]|$))/g, (number) =>
    String(numbers?.get(Number(number)) ?? number),
  );
