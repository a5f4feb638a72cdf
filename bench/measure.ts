/** How many rounds a median is taken of; one more goes before, unmeasured, so that nothing is measured cold. */
export const rounds = ({ quick }: { readonly quick: boolean }): number => (quick ? 1 : 5);

export type Work = () => unknown;

/** The median of an odd number of measurements, or of the two in the middle. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

const milliseconds = async (work: Work): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/**
 * Each work in turn, round after round, so that whatever else the machine does falls on all of them; the median of each, in
 * milliseconds.
 */
export const inTurn = async <Name extends string>(
  works: Readonly<Record<Name, Work>>,
  count: number,
): Promise<Record<Name, number>> => {
  const names = Object.keys(works) as Name[];
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= count; round += 1)
    for (const name of names) {
      const time = await milliseconds(works[name]);
      if (round > 0) taken.get(name)?.push(time);
    }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<
    Name,
    number
  >;
};

/** The same numbers for the same seed, evenly in [0, 1): mulberry32. */
export const createChance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** @throws Error with the first place at which they differ: what answers differently is not compared. */
export const sameAnswers = (what: string, ours: readonly unknown[], theirs: readonly unknown[]): void => {
  if (ours.length !== theirs.length)
    throw new Error(`${what}: ${ours.length} answers against ${theirs.length}`);
  const at = ours.findIndex((answer, place) => answer !== theirs[place]);
  if (at >= 0) throw new Error(`${what}: answer ${at} is ${String(ours[at])}, theirs ${String(theirs[at])}`);
};
