import type { Item } from "#core/table.ts";

/** The items of one `pk`. Finding one, and the first of a stretch, does not grow with how many there are. */
export interface Partition {
  get(sk: string): Item | undefined;
  set(item: Item): void;
  delete(sk: string): void;
  /** `sk` from `from` to `to`, both included, in its order. */
  between(from: string, to: string): Item[];
  /** In the order in which they came. */
  all(): Iterable<Item>;
}

export const createPartition = (): Partition => {
  const items = new Map<string, Item>();
  /** In their order, once anybody has asked for one: most partitions are never listed. */
  let order: string[] | undefined;
  const sorted = (): string[] => (order ??= [...items.keys()].toSorted());

  return {
    get: (sk) => items.get(sk),
    set: (item) => {
      if (!items.has(item.sk)) order?.splice(placeOf(order, item.sk), 0, item.sk);
      items.set(item.sk, item);
    },
    delete: (sk) => {
      if (items.delete(sk)) order?.splice(placeOf(order, sk), 1);
    },
    between: (from, to) => {
      const keys = sorted();
      const found: Item[] = [];
      for (let at = placeOf(keys, from); at < keys.length; at += 1) {
        const sk = keys[at] as string;
        if (sk > to) break;
        found.push(items.get(sk) as Item);
      }
      return found;
    },
    all: () => items.values(),
  };
};

/** Where `sk` stands, or belongs, by bisection. */
const placeOf = (order: readonly string[], sk: string): number => {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((order[middle] as string) < sk) low = middle + 1;
    else high = middle;
  }
  return low;
};
