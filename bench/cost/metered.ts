import type { Table } from "#adapters/ports.ts";
import type { Item, Write } from "#core/table.ts";
import { keyOf } from "#core/table.ts";
import type { MemoryTable } from "#local/memory-table.ts";

/** Request units as DynamoDB counts them on demand: writes by 1 KB, reads by 4 KB, a write in a transaction twice. */
export interface Meter {
  writeUnits: number;
  readUnits: number;
}

const kilobytes = (item: Item | undefined, of: number): number =>
  Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(item ?? {})) / (of * 1024)));

/** The attributes of the two sparse indexes: an item that has them, or had them, writes there too when they change. */
const indexed = [
  ["wakeShard", "wakeAt"],
  ["madeIn", "madeAt"],
] as const;

const placeIn = (item: Item | undefined, names: readonly string[]): string | undefined =>
  item?.[names[0] ?? ""] === undefined ? undefined : names.map((name) => String(item[name])).join(" ");

/** One for a new or removed entry, two for one that moves. The indexes hold keys alone, or little more. */
const indexUnits = (before: Item | undefined, after: Item | undefined): number =>
  indexed.reduce((sum, names) => {
    const [from, to] = [placeIn(before, names), placeIn(after, names)];
    return from === to ? sum : sum + (from === undefined ? 0 : 1) + (to === undefined ? 0 : 1);
  }, 0);

/** A table in memory that counts what DynamoDB would charge; JSON stands for its own form, which is no longer. */
export const metered = (table: MemoryTable, meter: Meter): MemoryTable => ({
  ...table,
  get: async (key) => {
    const item = await table.get(key);
    meter.readUnits += kilobytes(item, 4);
    return item;
  },
  list: async (...asked) => {
    const items = await table.list(...asked);
    const bytes = items.reduce((sum, item) => sum + Buffer.byteLength(JSON.stringify(item)), 0);
    meter.readUnits += Math.max(1, Math.ceil(bytes / 4096));
    return items;
  },
  commit: async (writes) => {
    const before = await Promise.all(writes.map((write) => table.get(keyOf(write))));
    const result = await table.commit(writes);
    const each = writes.length > 1 ? 2 : 1;
    for (const [at, write] of writes.entries())
      meter.writeUnits += await unitsOf(table, write, before[at], each);
    return result;
  },
});

const unitsOf = async (
  table: Pick<Table, "get">,
  write: Write,
  before: Item | undefined,
  each: number,
): Promise<number> => {
  const after = await table.get(keyOf(write));
  const larger = Math.max(kilobytes(before, 1), kilobytes(after, 1));
  return each * larger + indexUnits(before, after);
};
