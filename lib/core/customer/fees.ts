import type { Actor } from "#core/change.ts";
import type { Instant } from "#core/time.ts";
import type { Customer } from "./customer.ts";

export interface Price {
  /** With two decimals. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** What a customer has accepted to pay for one session, which it is named after: its id is the appointment's code. */
export interface Fee extends Price {
  readonly acceptedAt: Instant;
  /** The strikes that it answers: they bring no further one. */
  readonly for: readonly string[];
  /** `void`: the session was called off in time, or by the company, and the next one costs it again. */
  readonly settled?: { readonly as: "paid" | "waived" | "void"; readonly by: Actor; readonly at: Instant };
}

export type FeeState = "owed" | "paid" | "waived" | "void";

export const acceptFee = (customer: Customer, code: string, fee: Omit<Fee, "settled">): Customer => ({
  ...customer,
  fees: { ...customer.fees, [code]: fee },
});

/** @returns the same customer where no fee of that appointment is still open. */
export const settleFee = (
  customer: Customer,
  code: string,
  settled: NonNullable<Fee["settled"]>,
): Customer => {
  const fee = customer.fees?.[code];
  if (fee === undefined || fee.settled !== undefined) return customer;
  return { ...customer, fees: { ...customer.fees, [code]: { ...fee, settled } } };
};

/** Whether some session that takes place, or took place, has answered for this strike. */
export const answeredFor = ({ fees = {} }: Pick<Customer, "fees">, code: string): boolean =>
  Object.values(fees).some((fee) => fee.settled?.as !== "void" && fee.for.includes(code));
