import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { type Actor, recordChange } from "#core/change.ts";
import { type Customer, type Profile, putCustomer } from "#core/customer/customer.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { readCustomerHead } from "./limits.ts";
import { recall } from "./recall.ts";

export interface EnteredCustomer {
  /** Lower-cased. */
  readonly email: string;
  /** Left out: the customer belongs to none. */
  readonly account?: string | undefined;
  readonly profile?: Profile | undefined;
  /** The customer's `rev` as the person read it. */
  readonly seen?: number | undefined;
}

/** Enough for bookings of the same customer that come at that moment. */
const rounds = 8;

/**
 * Enters what staff know of a customer: the account, and how to write to them. Facts about them stay as they are.
 * @throws Contended when others kept writing; nothing was entered then.
 */
export const enterCustomer = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  entered: EnteredCustomer,
  actor: Actor,
  request: Idempotency,
): Promise<Customer | Refusal<"changed-meanwhile" | "idempotency-mismatch">> => {
  for (let round = 0; round < rounds; round += 1) {
    const known = await recall<{ entered: string }>(ports, request);
    if (known !== undefined && isRefusal(known)) return known;
    const before = await readCustomerHead(ports, pack, entered.email);
    if (known !== undefined) return before;
    if (entered.seen !== undefined && entered.seen !== before.rev) return changedMeanwhile;
    if (await commit(ports, withFacts(before, entered), actor, request))
      return readCustomerHead(ports, pack, entered.email);
  }
  throw new Contended("others kept writing the same customer");
};

const changedMeanwhile = {
  refused: "changed-meanwhile",
  detail: "The customer has changed since you read them; look again.",
} as const;

const withFacts = (
  { account: _before, ...customer }: Customer,
  { account, profile }: EnteredCustomer,
): Customer => ({
  ...customer,
  ...(account !== undefined && { account }),
  ...(profile !== undefined && { profile }),
});

const commit = async (ports: Ports, next: Customer, actor: Actor, request: Idempotency): Promise<boolean> => {
  const now = ports.now();
  const { pk, rev } = next;
  const result = await ports.table.commit([
    remember(request, { entered: "customer" }, now),
    putCustomer(next),
    recordChange({ pk, rev: rev + 1, version: rev + 1 }, now, { actor, action: "customer-entered" }),
  ]);
  return result.committed;
};
