import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { createHeap, type Entry } from "./heap.ts";

/** The `due` index in memory: what asks to be woken, each part of it as near as in DynamoDB however much sleeps. */
export interface Waking {
  /** Puts the item where it asks to stand now, or takes it out where it asks no more. */
  note(place: string, item: Item): void;
  drop(place: string): void;
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

export const createWaking = (): Waking => {
  const heap = createHeap<Sleeper>((one, other) => one.at < other.at);
  const sleepers = new Map<string, Entry<Sleeper>>();
  let count = 0;

  const drop = (place: string): void => {
    const known = sleepers.get(place);
    if (known === undefined) return;
    heap.remove(known);
    sleepers.delete(place);
  };

  const put = (place: string, { pk, sk }: Item, shard: string, at: string): void => {
    const known = sleepers.get(place);
    if (known?.value.at === at && known.value.shard === shard) return;
    if (known !== undefined) heap.remove(known);
    const order = known?.value.order ?? (count += 1);
    sleepers.set(place, heap.push({ key: { pk, sk }, shard, at, order }));
  };

  return {
    drop,
    note: (place, item) => {
      const { wakeShard, wakeAt } = item;
      if (typeof wakeShard === "string" && typeof wakeAt === "string") put(place, item, wakeShard, wakeAt);
      else drop(place);
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
