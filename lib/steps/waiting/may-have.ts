import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import { type Customer, tooMany, usualLimits } from "#core/customer/customer.ts";
import { standingProblem, type Wanted } from "#core/customer/standing.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import type { Entry } from "#core/waiting/entry.ts";
import { readAccess } from "../access.ts";
import { type Counting, readCounting } from "../counted.ts";
import { readCustomer } from "../limits.ts";
import { rulesFor } from "../rules.ts";

/** The customer as they were read, for the write that depends on this guards their `rev`; `checks` go along with it. */
export interface Allowed {
  readonly customer: Customer;
  /** Whose no-shows count, and what the account has of them. */
  readonly counting: Counting;
  readonly checks: readonly Write[];
}

export type MayNot = Refusal<
  | "no-appointments"
  | "unknown-session-type"
  | "restricted"
  | "not-entitled"
  | "not-before"
  | "fee-required"
  | "too-many"
>;

/** A session that may cost something after repeated no-shows is offered all the same: whoever takes it accepts the fee. */
export const ifTheyPay = (start: Wanted["start"]): Wanted => ({ start, feeAccepted: true });

/**
 * Whether a customer may have a session, by the rules of a booking: conduct, licence, no-shows, caps. Who may not is
 * neither asked nor served.
 * @param wanted the session; without one, whether they may wait for any.
 */
export const mayHave = async (
  ports: Ports,
  deployed: DeployedPolicy,
  { customer: { email, account }, sessionType }: Pick<Entry, "customer" | "sessionType">,
  wanted?: Wanted,
): Promise<Allowed | MayNot> => {
  const { policy } = deployed;
  const rules = rulesFor(deployed, sessionType);
  if (isRefusal(rules)) return rules;
  const customer = await readCustomer(ports, policy.pack, email);
  const wish = { customer, claimed: account, sessionType: rules.sessionType };
  const access = await readAccess(ports, policy, wish);
  if (isRefusal(access)) return access;
  const counting = await readCounting(ports, policy, customer, { claimed: account });
  const allowed = { customer, counting, checks: access.checks };
  if (wanted === undefined) return allowed;
  const problem =
    standingProblem(noShowRule(policy), counting.counted, wanted, ports.now()) ??
    tooMany(customer, rules.appointments.booking.limits ?? usualLimits);
  return problem ?? allowed;
};
