import type { Ports } from "#adapters/ports.ts";
import { entitledTo } from "#core/case/circumstances.ts";
import type { CaseRequest } from "#core/case/register.ts";
import { membershipOf } from "#core/customer/access.ts";
import type { Circumstances } from "#core/policy/milestone-condition.ts";
import type { Policy } from "#core/policy/shape.ts";
import { dateIn } from "#core/wall-clock.ts";
import { readAccount } from "../access.ts";
import { readCustomerHead } from "../limits.ts";

/**
 * What the customer's licence grants on the day of receipt (mission B1): by the account that staff entered for them. One
 * that they merely name gives nothing, for anybody could name it.
 */
export const readEntitled = async (
  ports: Ports,
  policy: Policy,
  { customer, receivedAt, actor }: Pick<CaseRequest, "customer" | "receivedAt" | "actor">,
): Promise<Circumstances["entitled"]> => {
  const known = await readCustomerHead(ports, policy.pack, customer.email);
  const membership = membershipOf(known, customer.account, actor !== "customer");
  const vouched = membership?.vouched ? membership.id : undefined;
  const account = vouched === undefined ? undefined : await readAccount(ports, policy.pack, vouched);
  return entitledTo(policy, account, dateIn(policy.timeZone, receivedAt ?? ports.now()));
};
