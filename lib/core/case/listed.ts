import type { Item, Key, Write } from "#core/table.ts";
import { type Case, isOver } from "./case.ts";

/** Which cases a company has, for whoever asks without a number: ids alone, those that are over apart. */
export const listKey = (pack: string): string => `${pack}#cases`;

export const openOnes = { from: "open#", to: "open#~" } as const;
export const overOnes = { from: "over#", to: "over#~" } as const;

const place = ({ pack, number, receivedAt }: Case, over: boolean): Key => ({
  pk: listKey(pack),
  sk: `${over ? "over" : "open"}#${receivedAt}#${number}`,
});

const put = (it: Case): Write => ({
  put: { ...place(it, isOver(it)), type: "listed", number: it.number, kind: it.kind },
  if: { exists: false },
});

/** Where it stands on the list, when that has changed. */
export const listWrites = (before: Case | undefined, after: Case): Write[] => {
  if (before === undefined) return [put(after)];
  if (isOver(before) === isOver(after)) return [];
  return [{ delete: place(before, isOver(before)), if: { exists: true } }, put(after)];
};

export const listedNumber = (item: Item): string => String(item["number"]);
