import type { Ports } from "#adapters/ports.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import type { Case } from "#core/case/case.ts";
import type { CaseRules } from "#core/case/decided.ts";
import type { Policy } from "#core/policy/shape.ts";

/**
 * The policy that a case was registered under, whatever is deployed by now.
 * @throws Error when it was never kept: a fault of ours.
 */
export const policyOf = async (
  ports: Ports,
  { pack, policy: version }: Pick<Case, "pack" | "policy">,
): Promise<Policy> => {
  const policy = await ports.policies.version(pack, version);
  if (policy === undefined) throw new Error(`the policy ${version} is not kept`);
  return policy;
};

/** What a case is decided by. @throws Error when its policy has no such kind: a fault of ours. */
export const rulesOf = async (ports: Ports, it: Case): Promise<CaseRules> => {
  const policy = await policyOf(ports, it);
  const { cases } = policy;
  const kind = cases?.kinds[it.kind];
  if (cases === undefined || kind === undefined)
    throw new Error(`the policy ${it.policy} has no kind "${it.kind}"`);
  const { calendar } = caseCalendar(policy, ports.holidays, it.customer.region);
  return { policy, cases, kind, calendar };
};
