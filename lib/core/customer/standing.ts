import type { Appointment } from "#core/appointment/appointment.ts";
import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { consequence, type NoShowRule } from "./consequence.ts";
import type { Counted } from "./counted.ts";
import type { Customer } from "./customer.ts";
import { acceptFee, type Price } from "./fees.ts";

/** The session that somebody wants. */
export interface Wanted {
  readonly start: Instant;
  readonly feeAccepted?: boolean | undefined;
}

/**
 * Whether no-shows stand in the way of a new session: none before a date, or none without the customer's word that they
 * will pay for it (taxdome §4). A start at exactly that date is allowed.
 */
export const standingProblem = (
  rule: NoShowRule | undefined,
  customer: Counted,
  { start, feeAccepted }: Wanted,
  now: Instant,
): Refusal<"not-before" | "fee-required"> | undefined => {
  const held = rule && consequence(rule, customer, now);
  if (held?.kind === "fee") return feeAccepted === true ? undefined : feeRequired(held);
  return held !== undefined && start < held.date ? tooEarly(held.date) : undefined;
};

/**
 * A session that was booked for after that date must not be moved before it; one that was booked before the strike was
 * recorded may go anywhere.
 */
export const moveProblem = (
  rule: NoShowRule | undefined,
  customer: Counted,
  { terms }: Pick<Appointment, "terms">,
  start: Instant,
  now: Instant,
): Refusal<"not-before"> | undefined => {
  const held = rule && consequence(rule, customer, now, terms.acceptedAt);
  return held?.kind === "not-before" && start < held.date ? tooEarly(held.date) : undefined;
};

const tooEarly = (date: Instant): Refusal<"not-before"> => ({
  refused: "not-before",
  detail: `After repeated no-shows, no session for this address can start before ${date}.`,
  facts: { notBefore: date },
});

const feeRequired = ({ amount, currency }: Price): Refusal<"fee-required"> => ({
  refused: "fee-required",
  detail: `After repeated no-shows, the next session costs ${amount} ${currency}: book it again with feeAccepted true.`,
  facts: { fee: { amount, currency } },
});

/** What the next session costs after repeated no-shows; `undefined` where it costs nothing. */
export const priceNow = (
  rule: NoShowRule | undefined,
  customer: Counted,
  now: Instant,
): Price | undefined => {
  const held = rule && consequence(rule, customer, now);
  return held?.kind === "fee" ? { amount: held.amount, currency: held.currency } : undefined;
};

/**
 * The customer who has accepted what the session costs; the same one where it costs nothing.
 * @param counted whose facts count: the customer's own, or those of all of the account.
 */
export const acceptingFee = (
  rule: NoShowRule | undefined,
  customer: Customer,
  code: string,
  now: Instant,
  counted: Counted = customer,
): Customer => {
  const held = rule && consequence(rule, counted, now);
  if (held?.kind !== "fee") return customer;
  const { amount, currency, strikes } = held;
  return acceptFee(customer, code, { amount, currency, acceptedAt: now, for: strikes });
};
