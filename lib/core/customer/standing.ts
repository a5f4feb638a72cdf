import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { consequence, type NoShowRule } from "./consequence.ts";
import type { Customer } from "./customer.ts";
import { acceptFee } from "./fees.ts";

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
  customer: Customer,
  { start, feeAccepted }: Wanted,
  now: Instant,
): Refusal<"not-before" | "fee-required"> | undefined => {
  const held = rule && consequence(rule, customer, now);
  if (held?.kind === "not-before" && start < held.date)
    return {
      refused: "not-before",
      detail: `After repeated no-shows, no session for this address can start before ${held.date}.`,
      facts: { notBefore: held.date },
    };
  if (held?.kind !== "fee" || feeAccepted === true) return undefined;
  const { amount, currency } = held;
  return {
    refused: "fee-required",
    detail: `After repeated no-shows, the next session costs ${amount} ${currency}: accept it with feeAccepted, and book again.`,
    facts: { fee: { amount, currency } },
  };
};

/** The customer who has accepted what the session costs; the same one where it costs nothing. */
export const acceptingFee = (
  rule: NoShowRule | undefined,
  customer: Customer,
  code: string,
  now: Instant,
): Customer => {
  const held = rule && consequence(rule, customer, now);
  if (held?.kind !== "fee") return customer;
  const { amount, currency, strikes } = held;
  return acceptFee(customer, code, { amount, currency, acceptedAt: now, for: strikes });
};
