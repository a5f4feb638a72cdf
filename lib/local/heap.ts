/** What stands in a heap; whoever pushed it takes it out with it. */
export interface Entry<T> {
  readonly value: T;
  /** The heap's own: where it stands, or -1 once it is out. */
  place: number;
}

/** Always knows its first; adding and taking out cost the logarithm of how many there are. */
export interface Heap<T> {
  push(value: T): Entry<T>;
  /** @returns false for one that is out already. */
  remove(entry: Entry<T>): boolean;
  first(): T | undefined;
  /** All for which `holds`, in no order; it must hold for whatever comes before one for which it holds. */
  upTo(holds: (value: T) => boolean): T[];
}

export const createHeap = <T>(before: (one: T, other: T) => boolean): Heap<T> => {
  const tree: Tree<T> = { entries: [], before };
  return {
    first: () => tree.entries[0]?.value,
    push: (value) => {
      const entry = { value, place: tree.entries.length };
      rise(tree, entry, entry.place);
      return entry;
    },
    remove: (entry) => {
      const { place } = entry;
      if (place < 0) return false;
      entry.place = -1;
      const last = tree.entries.pop();
      if (last !== undefined && last !== entry) settle(tree, last, place);
      return true;
    },
    upTo: (holds) => collect(tree.entries, 0, holds, []),
  };
};

/** A binary tree by places: below `n` stand `2n + 1` and `2n + 2`, neither of which comes before it. */
interface Tree<T> {
  readonly entries: Entry<T>[];
  readonly before: (one: T, other: T) => boolean;
}

const above = (place: number): number => (place - 1) >> 1;

const parentOf = <T>({ entries }: Tree<T>, place: number): Entry<T> | undefined =>
  place === 0 ? undefined : entries[above(place)];

const put = <T>({ entries }: Tree<T>, entry: Entry<T>, place: number): void => {
  entries[place] = entry;
  entry.place = place;
};

const settle = <T>(tree: Tree<T>, entry: Entry<T>, place: number): void => {
  const parent = parentOf(tree, place);
  if (parent !== undefined && tree.before(entry.value, parent.value)) rise(tree, entry, place);
  else sink(tree, entry, place);
};

const rise = <T>(tree: Tree<T>, entry: Entry<T>, from: number): void => {
  let place = from;
  for (;;) {
    const parent = parentOf(tree, place);
    if (parent === undefined || !tree.before(entry.value, parent.value)) break;
    put(tree, parent, place);
    place = above(place);
  }
  put(tree, entry, place);
};

const sink = <T>(tree: Tree<T>, entry: Entry<T>, from: number): void => {
  let place = from;
  for (;;) {
    const child = firstBelow(tree, place);
    if (child === undefined || !tree.before(child.value, entry.value)) break;
    const below = child.place;
    put(tree, child, place);
    place = below;
  }
  put(tree, entry, place);
};

const firstBelow = <T>({ entries, before }: Tree<T>, place: number): Entry<T> | undefined => {
  const [left, right] = [entries[2 * place + 1], entries[2 * place + 2]];
  return left !== undefined && right !== undefined && before(right.value, left.value) ? right : left;
};

const collect = <T>(
  entries: readonly Entry<T>[],
  place: number,
  holds: (value: T) => boolean,
  into: T[],
): T[] => {
  const entry = entries[place];
  if (entry === undefined || !holds(entry.value)) return into;
  into.push(entry.value);
  collect(entries, 2 * place + 1, holds, into);
  return collect(entries, 2 * place + 2, holds, into);
};
