import type { Outcome } from "#core/appointment/attendance.ts";
import type { NoShowRule } from "#core/customer/consequence.ts";
import { type Customer, customerKey, newCustomer } from "#core/customer/customer.ts";
import { applyOutcome, recordRevision } from "#core/customer/strikes.ts";
import { type Instant, instant } from "#core/time.ts";

/** Noor, whose address has been known to be hers for years. */
export const noor = (changes: Partial<Customer> = {}): Customer => ({
  ...newCustomer(customerKey("taxdome", "noor@customer.example")),
  provenAt: instant("2020-01-01T00:00:00Z"),
  ...changes,
});

export const aRule = (changes: Partial<NoShowRule> = {}): NoShowRule => ({
  window: "P12M",
  consequence: { kind: "not-before", after: "P6M", clause: "§4" },
  applies: "by-itself",
  counts: "person",
  interruptedCounts: false,
  clause: "§4",
  timeZone: "Europe/Amsterdam",
  ...changes,
});

export const aFeeRule = (changes: Partial<NoShowRule> = {}): NoShowRule =>
  aRule({ consequence: { kind: "fee", amount: "50.00", currency: "EUR", clause: "§4" }, ...changes });

/** Staff record it an hour after the start. */
export const outcome = (
  customer: Customer,
  code: string,
  start: string,
  what: Outcome = "no-show",
): Customer => {
  const at = instant(start);
  return applyOutcome(customer, { code, start: at }, what, anHourAfter(at));
};

const anHourAfter = (at: Instant): Instant => instant(new Date(Date.parse(at) + 3_600_000).toISOString());

/** Five hours before the start, by the customer's own wish. */
export const lateCancellation = (customer: Customer, code: string, start: string): Customer => {
  const at = instant(new Date(Date.parse(start) - 5 * 3_600_000).toISOString());
  const from = { host: "anna", start: instant(start), end: anHourAfter(instant(start)) };
  return recordRevision(
    customer,
    { code, provenAt: at },
    { action: "cancelled", wish: "customer", notice: "late", at, from },
  );
};
