import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { membershipOf } from "#core/customer/access.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import {
  asShared,
  type Counted,
  countedFor,
  countedUnder,
  newShared,
  putShared,
  type Shared,
  sharedBy,
  sharedKey,
  sharedUnchanged,
  sharing,
} from "#core/customer/counted.ts";
import { type Customer, putCustomer } from "#core/customer/customer.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Write } from "#core/table.ts";

/** Whose facts count for one session of a customer: theirs, or their account's as well, as the policy says. */
export interface Counting {
  readonly counted: Counted;
  /** Where an account counts: its id, and what it has. */
  readonly account?: string | undefined;
  readonly shared?: Shared | undefined;
}

/** The session that is asked about, and whose word its account is. */
export interface CountingOf {
  /** Absent for one that is not booked yet. */
  readonly code?: string;
  /** The account that the booking names. */
  readonly claimed?: string | undefined;
  readonly signed?: boolean;
}

export const sessionOf = ({ code, customer, signedBy }: Appointment): CountingOf => ({
  code,
  claimed: customer.account,
  signed: signedBy !== undefined,
});

/** Reads what counts, consistently; where the policy counts each person alone nothing is read. */
export const readCounting = async (
  ports: Ports,
  policy: Policy,
  customer: Customer,
  { code, claimed, signed = false }: CountingOf,
): Promise<Counting> => {
  const membership = membershipOf(customer, claimed, signed);
  const account = sharedBy(noShowRule(policy), customer, code, membership);
  if (account === undefined) return { counted: customer };
  const key = sharedKey(policy.pack, account);
  const item = await ports.table.get(key);
  const shared = item === undefined ? newShared(key) : asShared(item);
  return { counted: countedFor(customer, shared), account, shared };
};

/** The check that goes along with what was decided from what counts. */
export const countingChecks = ({ shared }: Counting): Write[] =>
  shared === undefined ? [] : [sharedUnchanged(shared)];

/**
 * The customer with new facts about one session, and the writes of both: where an account counts, its own copy of these
 * facts commits with them. The customer stands first.
 */
export const writeCounting = (
  { account, shared }: Counting,
  after: Customer,
  code: string,
): { readonly counted: Counted; readonly writes: readonly Write[] } => {
  if (account === undefined || shared === undefined) return { counted: after, writes: [putCustomer(after)] };
  const [customer, next] = [countedUnder(after, code, account), sharing(shared, after, code)];
  const theirs = next === shared ? sharedUnchanged(shared) : putShared(next);
  return { counted: countedFor(customer, next), writes: [putCustomer(customer), theirs] };
};
