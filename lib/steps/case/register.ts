import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import {
  type CaseRequest,
  type IntakeRefusal,
  type IntakeRules,
  type Registered,
  register,
  registered,
} from "#core/case/register.ts";
import { writeCase } from "#core/case/write.ts";
import { asChange } from "#core/change.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { ContactRefusal } from "../contacts/choose.ts";
import { asCall, takeCall } from "../contacts/take-call.ts";
import { payNow } from "../pay.ts";
import { recall } from "../recall.ts";
import { readEntitled } from "./entitled.ts";
import { countCase, tooManyCases } from "./limit.ts";
import { newSeal } from "./seal.ts";

export type RegisterRefusal = IntakeRefusal | ContactRefusal | Refusal<"idempotency-mismatch" | "too-many">;

/** A number that is in use is met once in ten thousand million cases. */
const rounds = 8;

/**
 * Registers whatever came in: the case, its entry with the start of its execution, and the answer to remember, in one
 * transaction. The same request again answers the same.
 * @throws Contended when the table stayed busy; nothing was registered, and the same request may be sent again.
 */
export const registerCase = async (
  ports: Ports,
  company: DeployedPolicy,
  asked: CaseRequest,
  idempotency: Idempotency,
): Promise<Registered | RegisterRefusal> => {
  const { policy } = company;
  const request = asCall(asked);
  const before = await recall<Registered>(ports, idempotency);
  if (before !== undefined) return before;
  if (policy.cases === undefined)
    return { refused: "no-cases", detail: `${policy.company} takes no complaints or questions here.` };
  const rules = await intakeRules(ports, company, request);
  if (isRefusal(rules)) return rules;
  for (let round = 0; round < rounds; round += 1) {
    const now = ports.now();
    const decided = register(rules, request, ports.newCode(), now);
    if (isRefusal(decided)) return decided;
    const count = await countCase(ports, policy.pack, request);
    if (isRefusal(count)) return tooManyCases;
    const { after, writes, change } = writeCase(undefined, decided, now, newSeal(ports));
    const answer = registered(after, policy);
    const result = await ports.table.commit([remember(idempotency, answer, now), ...writes, ...count]);
    if (result.committed) {
      await payNow(ports, asChange(change));
      return answer;
    }
    if (result.refused.includes(0)) return (await recall<Registered>(ports, idempotency)) ?? answer;
  }
  throw new Contended("others kept registering for the same address");
};

const intakeRules = async (
  ports: Ports,
  company: DeployedPolicy,
  request: CaseRequest,
): Promise<IntakeRules | ContactRefusal> => {
  const { policy, version } = company;
  const counted = caseCalendar(policy, ports.holidays, request.customer.region);
  const entitled = await readEntitled(ports, policy, request);
  const taken = await takeCall(ports, company, request, counted.calendar);
  if (taken !== undefined && isRefusal(taken)) return taken;
  return { policy, policyVersion: version, ...counted, entitled, taken };
};
