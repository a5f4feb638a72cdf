import type { CalendarDate } from "#core/calendar.ts";
import type { Refusal } from "#core/errors.ts";
import type { Policy, SessionType } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { type Account, accountIdShape } from "./account.ts";
import type { Customer } from "./customer.ts";
import { entitlementOf, notEntitled } from "./entitlement.ts";
import { restrictionProblem } from "./restriction.ts";

/** The account that a booking is about, and whether anybody but the person who books says so. */
export interface Membership {
  readonly id: string;
  readonly vouched: boolean;
}

/**
 * What staff entered, or the company's own site signed, stands before what a person says of themselves.
 * @param claimed what the booking names; nothing that cannot be an account's id is one.
 */
export const membershipOf = (
  { account }: Pick<Customer, "account">,
  claimed: string | undefined,
  signed: boolean,
): Membership | undefined => {
  if (signed && claimed !== undefined && accountIdShape.test(claimed)) return { id: claimed, vouched: true };
  if (account !== undefined) return { id: account, vouched: true };
  return claimed !== undefined && accountIdShape.test(claimed) ? { id: claimed, vouched: false } : undefined;
};

export interface AccessQuestion {
  readonly policy: Pick<Policy, "access" | "appointments">;
  readonly customer: Customer;
  readonly membership: Membership | undefined;
  /** As the table has it; `undefined` for one that was never entered. */
  readonly account: Account | undefined;
  readonly sessionType: SessionType;
  /** In the company's zone. */
  readonly today: CalendarDate;
  readonly now: Instant;
}

/**
 * Why this person may not have a session of this type now: their conduct, the account's, or what the licence leaves out.
 * An account that somebody merely names can take away, and never gives: anybody could name it.
 */
export const accessProblem = (asked: AccessQuestion): Refusal<"restricted" | "not-entitled"> | undefined => {
  const { policy, customer, membership, account, sessionType, today, now } = asked;
  const restricted = restrictionProblem(customer, now) ?? restrictionProblem(account ?? {}, now);
  if (restricted !== undefined) return restricted;
  const judged = account !== undefined && membership?.vouched === false ? [undefined, account] : [account];
  const entitled = judged.every((each) =>
    entitlementOf(policy, each, today).sessionTypes.includes(sessionType.id),
  );
  return entitled ? undefined : notEntitled(policy, sessionType);
};
