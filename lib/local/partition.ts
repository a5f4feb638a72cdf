import type { Item } from "#core/table.ts";

/** The items of one `pk`. Finding one, and the first of a stretch, does not grow with how many there are. */
export interface Partition {
  /** By `sk`, in the order in which they came. */
  readonly items: Map<string, Item>;
  /** The `sk` of each in their order, once anybody has asked for it: most partitions are never listed. */
  order?: string[];
}

/** @returns the one that stood there before. */
export const setIn = ({ items, order }: Partition, item: Item): Item | undefined => {
  const before = items.get(item.sk);
  if (before === undefined) order?.splice(placeOf(order, item.sk), 0, item.sk);
  items.set(item.sk, item);
  return before;
};

/** @returns what was dropped. */
export const dropFrom = ({ items, order }: Partition, sk: string): Item | undefined => {
  const dropped = items.get(sk);
  if (items.delete(sk)) order?.splice(placeOf(order, sk), 1);
  return dropped;
};

/** `sk` from `from` to `to`, both included, in its order. */
export const between = (partition: Partition, from: string, to: string): Item[] => {
  const order = (partition.order ??= [...partition.items.keys()].toSorted());
  const found: Item[] = [];
  for (let at = placeOf(order, from); at < order.length; at += 1) {
    const sk = order[at] as string;
    if (sk > to) break;
    found.push(partition.items.get(sk) as Item);
  }
  return found;
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
