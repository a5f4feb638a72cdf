import type { Committed, Table } from "#adapters/ports.ts";
import type { Guard, Item, Key, Write } from "#core/table.ts";

/** The table port without a server: what the year's simulation and quick tests run on. One process, no durability. */
export interface MemoryTable extends Table {
  /** Every item, for whoever judges from outside. */
  all(): Item[];
}

export const createMemoryTable = (): MemoryTable => {
  const items = new Map<string, Item>();
  return {
    get: async (key) => copy(items.get(place(key))),
    list: async (pk, from, to) =>
      [...items.values()]
        .filter((item) => item.pk === pk && item.sk >= from && item.sk <= to)
        .sort((a, b) => (a.sk < b.sk ? -1 : 1))
        .map((item) => structuredClone(item)),
    commit: async (writes) => commit(items, writes),
    due: (shard, until) => due(items, shard, until),
    all: () => [...items.values()].map((item) => structuredClone(item)),
  };
};

const place = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

const copy = (item: Item | undefined): Item | undefined => item && structuredClone(item);

const keyOf = (write: Write): Key => {
  if ("put" in write) return write.put;
  if ("update" in write) return write.update;
  return "delete" in write ? write.delete : write.check;
};

const commit = (items: Map<string, Item>, writes: readonly Write[]): Committed => {
  const places = writes.map((write) => place(keyOf(write)));
  if (new Set(places).size < places.length) throw new Error("an item takes part once in a transaction");
  const refused = writes.flatMap((write, at) =>
    holds(items.get(place(keyOf(write))), write.if) ? [] : [at],
  );
  if (refused.length > 0) return { committed: false, refused };
  for (const write of writes) apply(items, write);
  return { committed: true };
};

const holds = (item: Item | undefined, guard: Guard): boolean => {
  if (guard.exists === false) return item === undefined;
  if (guard.exists === true && item === undefined) return false;
  const equal = Object.entries(guard.equals ?? {}).every(([path, value]) => at(item, path) === value);
  return equal && (guard.missing ?? []).every((path) => at(item, path) === undefined);
};

type Attributes = Record<string, unknown>;

const isMap = (value: unknown): value is Attributes => typeof value === "object" && value !== null;

const at = (item: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, step) => (isMap(value) ? value[step] : undefined), item);

const apply = (items: Map<string, Item>, write: Write): void => {
  const key = keyOf(write);
  if ("put" in write) items.set(place(key), structuredClone(write.put));
  else if ("delete" in write) items.delete(place(key));
  else if ("update" in write) items.set(place(key), updated(items.get(place(key)), write));
};

const updated = (before: Item | undefined, write: Extract<Write, { update: unknown }>): Item => {
  const { pk, sk } = write.update;
  const item: Item & Attributes = structuredClone(before ?? { pk, sk });
  for (const [path, value] of Object.entries(write.set ?? {}))
    setAt(item, path.split("."), structuredClone(value));
  for (const path of write.remove ?? []) setAt(item, path.split("."), undefined);
  return item;
};

/** As DynamoDB: a path into a map that is not there is an error, not a new map. */
const setAt = (item: Attributes, [step = "", ...rest]: string[], value: unknown): void => {
  if (rest.length === 0) {
    if (value === undefined) delete item[step];
    else item[step] = value;
    return;
  }
  const inner = item[step];
  if (!isMap(inner)) throw new Error(`there is no map "${step}" to write into`);
  setAt(inner, rest, value);
};

async function* due(items: Map<string, Item>, shard: string, until: string): AsyncIterable<Key> {
  const keys = [...items.values()]
    .filter((item) => item["wakeShard"] === shard && String(item["wakeAt"]) <= until)
    .sort((a, b) => (String(a["wakeAt"]) < String(b["wakeAt"]) ? -1 : 1))
    .map(({ pk, sk }) => ({ pk, sk }));
  yield* keys;
}
