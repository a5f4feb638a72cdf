import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { accessProblem, type Membership, membershipOf } from "#core/customer/access.ts";
import { type Account, accountKey, accountUnchanged, asAccount } from "#core/customer/account.ts";
import { type Customer, customerUnchanged } from "#core/customer/customer.ts";
import { restrictionProblem } from "#core/customer/restriction.ts";
import type { Refusal } from "#core/errors.ts";
import type { Policy, SessionType } from "#core/policy/shape.ts";
import type { Write } from "#core/table.ts";
import { dateIn } from "#core/wall-clock.ts";
import { readCustomerHead } from "./limits.ts";

export const readAccount = async (ports: Ports, pack: string, id: string): Promise<Account | undefined> => {
  const item = await ports.table.get(accountKey(pack, id));
  return item && asAccount(item);
};

/** Who wants which session. */
export interface AccessWish {
  /** As it was read; its own `rev` is for the caller to guard. */
  readonly customer: Customer;
  /** The account that the booking names. */
  readonly claimed?: string | undefined;
  /** By a token of the company's own site, and not by the person who books. */
  readonly signed?: boolean;
  readonly sessionType: SessionType;
}

/**
 * Whether this person may have such a session at this moment, by their conduct, their account's, and its licence.
 * @returns why not; or the check of the account that goes into the same transaction: none where no account is named.
 */
export const readAccess = async (
  ports: Ports,
  policy: Policy,
  { customer, claimed, signed = false, sessionType }: AccessWish,
): Promise<Refusal<"restricted" | "not-entitled"> | { readonly checks: readonly Write[] }> => {
  const { pack, timeZone } = policy;
  const membership = membershipOf(customer, claimed, signed);
  const account = membership && (await readAccount(ports, pack, membership.id));
  const now = ports.now();
  const today = dateIn(timeZone, now);
  const problem = accessProblem({ policy, customer, membership, account, sessionType, today, now });
  if (problem !== undefined) return problem;
  return { checks: accountCheck(pack, membership, account) };
};

/**
 * Whether this customer may move the session that they have: conduct alone decides, for what was booked stays booked when
 * a licence shrinks. Nobody asks this for a cancellation, nor when the wish is the company's own.
 * @param read the customer, where they were read already.
 * @returns why not; or the checks that go into the same transaction.
 */
export const readConduct = async (
  ports: Ports,
  { pack, customer: { email, account: claimed }, signedBy }: Appointment,
  read?: Customer,
): Promise<Refusal<"restricted"> | { readonly customer: Customer; readonly checks: readonly Write[] }> => {
  const customer = read ?? (await readCustomerHead(ports, pack, email));
  const membership = membershipOf(customer, claimed, signedBy !== undefined);
  const account = membership && (await readAccount(ports, pack, membership.id));
  const now = ports.now();
  const problem = restrictionProblem(customer, now) ?? restrictionProblem(account ?? {}, now);
  if (problem !== undefined) return problem;
  return { customer, checks: [customerUnchanged(customer), ...accountCheck(pack, membership, account)] };
};

const accountCheck = (
  pack: string,
  membership: Membership | undefined,
  account: Account | undefined,
): Write[] => (membership === undefined ? [] : [accountUnchanged(accountKey(pack, membership.id), account)]);
