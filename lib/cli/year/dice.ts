/** Chance that repeats itself: the same seed gives the same throws. */
export interface Dice {
  /** From 0 up to, and without, 1. */
  throw(): number;
  /** Whether something happens that happens in that share of cases, from 0 to 1. */
  happens(share: number): boolean;
  /** From `from` up to, and without, `to`. */
  between(from: number, to: number): number;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T;
}

export const createDice = (seed: number): Dice => {
  const next = mulberry(seed);
  return {
    throw: next,
    happens: (share) => next() < share,
    between: (from, to) => from + next() * (to - from),
    pick: (from) => {
      if (from.length === 0) throw new RangeError("there is nothing to pick from");
      return from[Math.floor(next() * from.length)] as (typeof from)[number];
    },
  };
};

/** A throw for each member of a series that depends on nothing but the two numbers. */
export const diceFor = (seed: number, member: number): Dice =>
  createDice(Math.imul(seed + 1, 0x9e37_79b1) ^ Math.imul(member + 1, 0x85eb_ca6b));

/** A seed of its own for each company, which depends on nothing but the two: who else plays makes no difference to it. */
export const seedFor = (seed: number, pack: string): number => {
  let mixed = seed + 1;
  for (const letter of pack) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x0100_0193);
  return mixed;
};

/** Mulberry32, in the public domain: 32 bits of state are plenty for a year. */
const mulberry = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
};
