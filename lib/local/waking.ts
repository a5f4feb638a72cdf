import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { createHeap, type Entry } from "./heap.ts";

/** The `due` index in memory: what asks to be woken, each part of it as near as in DynamoDB however much sleeps. */
export interface Waking {
  /** Puts the item where it asks to stand now, or nowhere; `before` is what it takes over from, and leaves its own place. */
  note(item: Item, before: Item | undefined): void;
  drop(item: Item): void;
  /** Of that shard, all that asks for that moment or an earlier one; the earliest first, of one moment the oldest. */
  due(shard: string, until: string): Key[];
  earliest(): Instant | undefined;
}

interface Sleeper {
  readonly key: Key;
  readonly shard: string;
  readonly at: string;
  /** In which it came into the index, however often its moment has changed since. */
  readonly order: number;
}

/** By the items themselves, which are other ones after each write: most ask for nothing, and cost nothing here. */
export const createWaking = (): Waking => {
  const heap = createHeap<Sleeper>((one, other) => one.at < other.at);
  const sleepers = new Map<Item, Entry<Sleeper>>();
  let count = 0;

  const taken = (item: Item | undefined): Entry<Sleeper> | undefined => {
    if (item === undefined || asked(item) === undefined) return undefined;
    const known = sleepers.get(item);
    sleepers.delete(item);
    return known;
  };

  const put = (item: Item, at: string, known: Entry<Sleeper> | undefined): void => {
    const { pk, sk } = item;
    const shard = String(item["wakeShard"]);
    if (known?.value.at === at && known.value.shard === shard) return void sleepers.set(item, known);
    if (known !== undefined) heap.remove(known);
    const order = known?.value.order ?? (count += 1);
    sleepers.set(item, heap.push({ key: { pk, sk }, shard, at, order }));
  };

  const drop = (item: Item): void => {
    const known = taken(item);
    if (known !== undefined) heap.remove(known);
  };

  return {
    drop,
    note: (item, before) => {
      const at = asked(item);
      if (at !== undefined) put(item, at, taken(before));
      else if (before !== undefined) drop(before);
    },
    due: (shard, until) =>
      heap
        .upTo(({ at }) => at <= until)
        .filter((sleeper) => sleeper.shard === shard)
        .sort((one, other) => (one.at === other.at ? one.order - other.order : one.at < other.at ? -1 : 1))
        .map(({ key }) => key),
    earliest: () => heap.first()?.at as Instant | undefined,
  };
};

const asked = ({ wakeShard, wakeAt }: Item): string | undefined =>
  typeof wakeAt === "string" && typeof wakeShard === "string" ? wakeAt : undefined;
