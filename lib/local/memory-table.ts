import type { Committed, Made, Table } from "#adapters/ports.ts";
import { type Guard, type Item, type Key, keyOf, type Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { between, dropFrom, type Partition, setIn } from "./partition.ts";
import { createWaking, type Waking } from "./waking.ts";

/** The table port without a server: what the year's simulation and quick tests run on. One process, no durability. */
export interface MemoryTable extends Table {
  /** Every item, for whoever judges from outside. */
  all(): Item[];
  /** The head of the `due` index. */
  earliestWake(): Instant | undefined;
}

/** Partitions by `pk`, as in DynamoDB: what is asked of one subject costs the same however many others there are. */
interface Items {
  readonly partitions: Map<string, Partition>;
  readonly waking: Waking;
}

/** Items are handed out as they are kept, for nobody can change them: see `kept`. */
export const createMemoryTable = (): MemoryTable => {
  const items: Items = { partitions: new Map(), waking: createWaking() };
  return {
    get: async (key) => find(items, key),
    list: async (pk, from, to) => {
      const partition = items.partitions.get(pk);
      return partition === undefined ? [] : between(partition, from, to);
    },
    commit: async (writes) => commit(items, writes),
    due: (shard, until) => due(items, shard, until),
    made: async (month, span, limit) => made(items, month, span, limit),
    all: () => everything(items),
    earliestWake: items.waking.earliest,
  };
};

const everything = ({ partitions }: Items): Item[] =>
  [...partitions.values()].flatMap((partition) => [...partition.items.values()]);

const find = ({ partitions }: Items, { pk, sk }: Key): Item | undefined => partitions.get(pk)?.items.get(sk);

const keep = ({ partitions, waking }: Items, item: Item): void => {
  const partition = partitions.get(item.pk) ?? { items: new Map() };
  partitions.set(item.pk, partition);
  waking.note(item, setIn(partition, item));
};

const drop = ({ partitions, waking }: Items, { pk, sk }: Key): void => {
  const partition = partitions.get(pk);
  const dropped = partition && dropFrom(partition, sk);
  if (dropped !== undefined) waking.drop(dropped);
};

/**
 * A copy that is frozen to its depths: what the caller has stays theirs, and whoever changed what the table gave them would
 * hear of it at once. What came out of the table needs no second copy.
 */
const kept = <T>(value: T): T => {
  if (!isMap(value) || Object.isFrozen(value)) return value;
  return Object.freeze(Array.isArray(value) ? value.map(kept) : copied(value)) as T;
};

const copied = (value: Attributes): Attributes => {
  const own = { ...value };
  for (const name of Object.keys(own)) if (isMap(own[name])) own[name] = kept(own[name]);
  return own;
};

const commit = (items: Items, writes: readonly Write[]): Committed => {
  if (writes.some(isRepeated)) throw new Error("an item takes part once in a transaction");
  const refused = writes.flatMap((write, at) => (holds(find(items, keyOf(write)), write.if) ? [] : [at]));
  if (refused.length > 0) return { committed: false, refused };
  for (const write of writes) apply(items, write);
  return { committed: true };
};

/** A transaction has few writes: looking through them takes less than a set of their names. */
const isRepeated = (write: Write, at: number, writes: readonly Write[]): boolean => {
  const { pk, sk } = keyOf(write);
  for (let before = 0; before < at; before += 1) {
    const other = keyOf(writes[before] as Write);
    if (other.sk === sk && other.pk === pk) return true;
  }
  return false;
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

const apply = (items: Items, write: Write): void => {
  const key = keyOf(write);
  if ("put" in write) keep(items, kept(write.put));
  else if ("delete" in write) drop(items, key);
  else if ("update" in write) keep(items, updated(find(items, key), write));
};

const updated = (before: Item | undefined, { update, set = {}, remove = [] }: Update): Item => {
  const { pk, sk } = update;
  const item: Item & Attributes = without(before ?? { pk, sk }, remove);
  for (const path of remove) if (path.includes(".")) setAt(item, path.split("."), undefined);
  for (const path of Object.keys(set)) setAt(item, path.split("."), kept(set[path]));
  return Object.freeze(item);
};

type Update = Extract<Write, { update: unknown }>;

/** Copied name by name: an object of which something was deleted takes much longer to read and to copy ever after. */
const without = (item: Item, names: readonly string[]): Item => {
  if (names.length === 0) return { ...item };
  const own: Attributes = {};
  for (const name of Object.keys(item)) if (!names.includes(name)) own[name] = item[name];
  return own as Item;
};

/** As DynamoDB: a path into a map that is not there is an error, not a new map. Only what lies on the path is copied. */
const setAt = (item: Attributes, [step = "", ...rest]: string[], value: unknown): void => {
  if (rest.length > 0) item[step] = withSet(item[step], step, rest, value);
  else if (value === undefined) delete item[step];
  else item[step] = value;
};

const withSet = (inner: unknown, name: string, path: string[], value: unknown): Attributes => {
  if (!isMap(inner)) throw new Error(`there is no map "${name}" to write into`);
  const own = { ...inner };
  setAt(own, path, value);
  return Object.freeze(own);
};

async function* due({ waking }: Items, shard: string, until: string): AsyncIterable<Key> {
  yield* waking.due(shard, until);
}

/** Rarely asked here: not worth an index. */
const made = (
  items: Items,
  month: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  limit: number,
): Made[] =>
  everything(items)
    .filter((item) => item["madeIn"] === month)
    .map(({ pk, sk, madeAt }) => ({ pk, sk, madeAt: madeAt as Instant }))
    .filter(({ madeAt }) => madeAt >= from && madeAt < to)
    .toSorted((one, other) => (one.madeAt < other.madeAt ? -1 : 1))
    .slice(0, limit);
