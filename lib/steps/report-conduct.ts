import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { recordChange } from "#core/change.ts";
import { membershipOf } from "#core/customer/access.ts";
import { type Incident, putIncident, reported } from "#core/customer/conduct.ts";
import { type Customer, type Profile, putCustomer } from "#core/customer/customer.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { openTask } from "#core/task.ts";
import { readIncident } from "./incident.ts";
import { readCustomerHead } from "./limits.ts";
import { recall } from "./recall.ts";

export interface ConductReport {
  /** The customer's address, lower-cased. */
  readonly customer: string;
  readonly account?: string | undefined;
  readonly evidence: string;
  /** The member of staff who reports. */
  readonly by: string;
}

/** Enough for whoever else writes the same customer at that moment. */
const rounds = 8;

/**
 * Records an incident with its evidence. It takes nothing from anybody before another person has judged it (taxdome §2);
 * a task asks for that.
 * @throws Contended when others kept writing the customer; nothing was recorded then.
 */
export const reportConduct = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  report: ConductReport,
  request: Idempotency,
): Promise<Incident | Refusal<"not-found" | "idempotency-mismatch">> => {
  if (policy.conduct === undefined)
    return { refused: "not-found", detail: `The policy of ${policy.company} has no rule about conduct.` };
  for (let round = 0; round < rounds; round += 1) {
    const known = await recall<{ id: string }>(ports, request);
    if (known !== undefined && isRefusal(known)) return known;
    if (known !== undefined) return recorded(ports, policy.pack, known.id);
    const customer = await readCustomerHead(ports, policy.pack, report.customer);
    const incident = reported(
      { pack: policy.pack, id: ports.newId() },
      factsOf(report, customer, {
        name: report.customer,
        language: policy.languages[0] ?? "en",
        timeZone: policy.timeZone,
      }),
      ports.now(),
    );
    if (await commit(ports, incident, customer, request)) return incident;
  }
  throw new Contended("others kept writing the same customer");
};

const recorded = async (ports: Ports, pack: string, id: string): Promise<Incident> => {
  const incident = await readIncident(ports, pack, id);
  if (incident === undefined) throw new Error(`the incident ${id} was remembered and is not there`);
  return incident;
};

const factsOf = (
  { customer: email, account: named, evidence, by }: ConductReport,
  customer: Customer,
  unknown: Profile,
) => {
  const account = membershipOf(customer, named, true)?.id;
  return {
    customer: email,
    ...(account !== undefined && { account }),
    evidence,
    reportedBy: by,
    reader: customer.profile ?? unknown,
  };
};

const commit = async (
  ports: Ports,
  incident: Incident,
  customer: Customer,
  request: Idempotency,
): Promise<boolean> => {
  const { pack, id, reportedAt: now, reportedBy } = incident;
  const about = { code: id, version: 1, promise: "judgement" };
  const result = await ports.table.commit([
    remember(request, { id }, now),
    putIncident(incident),
    putCustomer({ ...customer, incidents: [...(customer.incidents ?? []), id] }),
    recordChange(incident, now, { actor: `staff:${reportedBy}`, action: "conduct-reported" }),
    openTask(pack, "conduct-reported", about, "another person judges it", now),
  ]);
  return result.committed;
};
