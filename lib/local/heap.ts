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
  const entries: Entry<T>[] = [];

  const put = (entry: Entry<T>, place: number): void => {
    entries[place] = entry;
    entry.place = place;
  };

  const rise = (entry: Entry<T>, from: number): void => {
    let place = from;
    while (place > 0) {
      const parent = entries[(place - 1) >> 1];
      if (parent === undefined || !before(entry.value, parent.value)) break;
      put(parent, place);
      place = (place - 1) >> 1;
    }
    put(entry, place);
  };

  const firstChild = (place: number): Entry<T> | undefined => {
    const [left, right] = [entries[2 * place + 1], entries[2 * place + 2]];
    return left !== undefined && right !== undefined && before(right.value, left.value) ? right : left;
  };

  const sink = (entry: Entry<T>, from: number): void => {
    let place = from;
    for (;;) {
      const child = firstChild(place);
      if (child === undefined || !before(child.value, entry.value)) break;
      const below = child.place;
      put(child, place);
      place = below;
    }
    put(entry, place);
  };

  const settle = (entry: Entry<T>, place: number): void => {
    const parent = place > 0 ? entries[(place - 1) >> 1] : undefined;
    if (parent !== undefined && before(entry.value, parent.value)) rise(entry, place);
    else sink(entry, place);
  };

  const collect = (place: number, holds: (value: T) => boolean, into: T[]): T[] => {
    const entry = entries[place];
    if (entry === undefined || !holds(entry.value)) return into;
    into.push(entry.value);
    collect(2 * place + 1, holds, into);
    return collect(2 * place + 2, holds, into);
  };

  return {
    first: () => entries[0]?.value,
    push: (value) => {
      const entry = { value, place: entries.length };
      rise(entry, entries.length);
      return entry;
    },
    remove: (entry) => {
      const { place } = entry;
      if (place < 0) return false;
      entry.place = -1;
      const last = entries.pop();
      if (last !== undefined && last !== entry) settle(last, place);
      return true;
    },
    upTo: (holds) => collect(0, holds, []),
  };
};
