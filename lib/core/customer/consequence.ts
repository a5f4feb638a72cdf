import { months, plusMonths } from "#core/months.ts";
import type { NoShowPolicy, Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import type { Counted } from "./counted.ts";
import { answeredFor, type Fee, type FeeState, type Price } from "./fees.ts";
import type { NoShowRecord, StrikeFact } from "./strikes.ts";

/** The policy about no-shows, and the zone in which its months are counted: the company's. */
export interface NoShowRule extends NoShowPolicy {
  readonly timeZone: string;
}

export const noShowRule = ({ timeZone, appointments }: Policy): NoShowRule | undefined =>
  appointments?.noShow && { ...appointments.noShow, timeZone };

/** A fact that counts. */
export interface Strike extends StrikeFact {
  /** Of the appointment; also what the strike is called by. */
  readonly code: string;
}

/** What a strike brings because another stands within the window before it; `after-word` it may wait, or be dropped. */
export interface Brought {
  readonly strike: Strike;
  readonly state: "applies" | "awaits-word" | "dropped" | "answered";
}

/** What a booking meets now. */
export type Consequence =
  | { readonly kind: "not-before"; readonly date: Instant; readonly strikes: readonly string[] }
  | ({ readonly kind: "fee"; readonly strikes: readonly string[] } & Price);

/** Every strike that counts, by the start that was missed; of two at the same moment, by code. */
export const strikesOf = (rule: NoShowRule, customer: Counted): Strike[] =>
  Object.entries(customer.noShows ?? {})
    .flatMap(([code, record]) => strikeOf(rule, customer, code, record) ?? [])
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1));

const order = ({ at, code }: Strike): string => `${at} ${code}`;

/**
 * A strike counts if nobody has waived it and the session was the customer's own: this appointment proved the address, or
 * the address was proven by the time that it happened.
 */
const strikeOf = (
  rule: NoShowRule,
  customer: Counted,
  code: string,
  { late, missed, provenAt, waived }: NoShowRecord,
): Strike | undefined => {
  const fact = late ?? (missed && counted(rule, missed));
  if (fact === undefined || waived !== undefined) return undefined;
  return provenAt !== undefined || knownBy(customer, fact) ? { ...fact, code } : undefined;
};

const counted = ({ interruptedCounts }: NoShowRule, fact: StrikeFact): StrikeFact | undefined =>
  fact.cause === "interrupted" && !interruptedCounts ? undefined : fact;

/** Whether the address was proven when it happened: a late change when it was made, a no-show at the start. */
export const knownBy = ({ provenAt }: Counted, { at, recordedAt }: StrikeFact): boolean =>
  provenAt !== undefined && provenAt <= (recordedAt < at ? recordedAt : at);

/** The end of the window that a strike opens: exactly twelve months later is within it (taxdome §4). */
export const windowEnd = ({ window, timeZone }: NoShowRule, { at }: Pick<Strike, "at">): Instant =>
  plusMonths(at, months(window), timeZone);

/** Every strike that follows another within the window: the second of a year, and each further one. */
export const broughtBy = (rule: NoShowRule, customer: Counted): Brought[] =>
  strikesOf(rule, customer).flatMap((strike, place, all) => {
    const before = all[place - 1];
    return before === undefined || strike.at > windowEnd(rule, before)
      ? []
      : [{ strike, state: stateOf(rule, customer, strike.code) }];
  });

const stateOf = ({ applies }: NoShowRule, customer: Counted, code: string): Brought["state"] => {
  const word = customer.noShows?.[code]?.word;
  if (word?.applies === false) return "dropped";
  if (applies === "after-word" && word === undefined) return "awaits-word";
  return answeredFor(customer, code) ? "answered" : "applies";
};

/**
 * What holds for the next session, from the facts alone: the same in whatever order they came. `undefined` when nothing does.
 * The date of `not-before` is itself allowed, and what has passed by `now` holds no more.
 * @param bookedAt of a session that was booked already: a strike that was recorded later does not reach it.
 */
export const consequence = (
  rule: NoShowRule,
  customer: Counted,
  now: Instant,
  bookedAt: Instant = now,
): Consequence | undefined => {
  const applying = broughtBy(rule, customer).filter(
    ({ state, strike }) => state === "applies" && strike.recordedAt <= bookedAt,
  );
  const last = applying.at(-1)?.strike;
  if (last === undefined) return undefined;
  const strikes = applying.map(({ strike }) => strike.code);
  const { consequence: chosen, timeZone } = rule;
  if (chosen.kind === "fee") {
    const { kind, amount, currency } = chosen;
    return { kind, amount, currency, strikes };
  }
  // Strikes stand in order, so the last one's date is the latest.
  const date = plusMonths(last.at, months(chosen.after), timeZone);
  return now < date ? { kind: "not-before", date, strikes } : undefined;
};

/** A fee that is still open, but whose strikes were all waived or corrected, is owed no more. */
export const feeState = (rule: NoShowRule | undefined, customer: Counted, fee: Fee): FeeState => {
  if (fee.settled !== undefined) return fee.settled.as;
  const brought = rule === undefined ? [] : broughtBy(rule, customer);
  return brought.some(({ strike }) => fee.for.includes(strike.code)) ? "owed" : "void";
};
