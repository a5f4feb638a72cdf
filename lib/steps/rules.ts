import type { DeployedPolicy } from "#adapters/ports.ts";
import { findSessionType } from "#core/appointment/availability.ts";
import type { BookingRules } from "#core/appointment/book.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { planAppointments } from "#core/policy/plan.ts";

/** What the policy of the day says about sessions of this type. */
export const rulesFor = (
  { policy, version }: DeployedPolicy,
  sessionTypeId: string,
): BookingRules | Refusal<"no-appointments" | "unknown-session-type"> => {
  const plan = planAppointments(policy);
  const { appointments } = policy;
  if (plan === undefined || appointments === undefined)
    return { refused: "no-appointments", detail: `${policy.company} takes no appointments here.` };
  const sessionType = findSessionType(appointments, sessionTypeId);
  return isRefusal(sessionType)
    ? sessionType
    : { policy, plan, appointments, policyVersion: version, sessionType };
};
