import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "#core/appointment/attendance.ts";
import { broughtBy, consequence, strikesOf } from "#core/customer/consequence.ts";
import type { Customer } from "#core/customer/customer.ts";
import { giveWord, waive } from "#core/customer/strikes.ts";
import { fromEpoch, hour, type Instant, instant, plus } from "#core/time.ts";
import { aFeeRule, aRule, lateCancellation, noor, outcome } from "./a-customer.ts";

type Fact = (customer: Customer) => Customer;

const codes = ["A", "B", "C", "D", "E"] as const;
/** Starts lie close to the edges of each other's twelve months. */
const starts = [
  "2026-01-31T09:00:00Z",
  "2026-08-31T09:00:00Z",
  "2027-01-31T09:00:00Z",
  "2027-02-28T09:00:00Z",
];
const moment = fc
  .tuple(fc.constantFrom(...starts), fc.integer({ min: -1, max: 1 }))
  .map(([at, seconds]) => fromEpoch(Date.parse(at) + seconds * 1000));

const outcomes = fc.array(fc.constantFrom<Outcome[]>("attended", "no-show", "interrupted", "host-fault"), {
  maxLength: 3,
});

/** One appointment: what was recorded and corrected of it, in that order; what else came, in none. */
interface History {
  readonly start: Instant;
  readonly outcomes: readonly Outcome[];
  readonly late: boolean;
  readonly waived: boolean;
  readonly word: boolean | undefined;
}

const history: fc.Arbitrary<History> = fc.record({
  start: moment,
  outcomes,
  late: fc.boolean(),
  waived: fc.boolean(),
  word: fc.constantFrom(true, false, undefined),
});

const by = { by: "staff:eva", at: instant("2027-06-01T09:00:00Z"), reason: "so it is" } as const;

/** Its facts, as strands: within a strand order means something, between strands it must not. */
const strands = (code: string, told: History): Fact[][] => [
  told.outcomes.map(
    (what): Fact =>
      (customer) =>
        outcome(customer, code, told.start, what),
  ),
  told.late ? [(customer) => lateCancellation(customer, code, told.start)] : [],
  told.waived ? [(customer) => waive(customer, code, by)] : [],
  told.word === undefined
    ? []
    : [(customer) => giveWord(customer, code, { ...by, applies: told.word === true })],
];

/** Draws from the strands in the order that the dice say. */
const woven = (all: readonly Fact[][], dice: readonly number[]): Fact[] => {
  const left = all.map((strand) => [...strand]).filter((strand) => strand.length > 0);
  const facts: Fact[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const at = (dice[turn % Math.max(dice.length, 1)] ?? 0) % left.length;
    const [fact] = left[at]?.splice(0, 1) ?? [];
    if (fact !== undefined) facts.push(fact);
    if (left[at]?.length === 0) left.splice(at, 1);
  }
  return facts;
};

const rules = [
  aRule(),
  aFeeRule(),
  aRule({ applies: "after-word" }),
  aRule({ interruptedCounts: true, timeZone: "America/New_York" }),
];

test("what follows is the same in whatever order outcomes, corrections, waivers and words came", () => {
  fc.assert(
    fc.property(
      fc.array(history, { minLength: 1, maxLength: codes.length }),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }),
      fc.constantFrom(...rules),
      (told, dice, rule) => {
        const all = told.flatMap((each, at) => strands(codes[at] ?? "", each));
        const [plain, mixed] = [all.flat(), woven(all, dice)].map((facts) =>
          facts.reduce((customer, fact) => fact(customer), noor()),
        );
        if (plain === undefined || mixed === undefined) throw new Error("two customers were made");
        const now = plus(instant("2027-06-01T09:00:00Z"), hour);
        expect(strikesOf(rule, mixed)).toEqual(strikesOf(rule, plain));
        expect(broughtBy(rule, mixed)).toEqual(broughtBy(rule, plain));
        expect(consequence(rule, mixed, now)).toEqual(consequence(rule, plain, now));
      },
    ),
    { numRuns: 1_000, seed: 20_261_205 },
  );
});
