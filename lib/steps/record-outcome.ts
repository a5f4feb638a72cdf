import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import {
  type AttendanceRefusal,
  type Outcome,
  outcomeProblem,
  recordedOutcome,
} from "#core/appointment/attendance.ts";
import { notified } from "#core/appointment/notify.ts";
import { withOutcome } from "#core/appointment/outcome.ts";
import { putHead } from "#core/appointment/settle.ts";
import { asChange, recordChange } from "#core/change.ts";
import { applyOutcome } from "#core/customer/strikes.ts";
import { Contended, type Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { readAppointment } from "./appointment.ts";
import { answeredTask } from "./close-attendance.ts";
import type { RevisionRequest } from "./decide-revision.ts";
import { readCustomerHead } from "./limits.ts";
import { payNow } from "./pay.ts";
import { standingAfter } from "./standing.ts";

export interface OutcomeRequest extends RevisionRequest {
  readonly outcome: Outcome;
  readonly note?: string | undefined;
}

export type OutcomeRefusal = AttendanceRefusal | Refusal<"not-found" | "changed-meanwhile">;

/** Others may settle a promise, or book for the same address, while somebody presses a button. */
const rounds = 8;

/**
 * Writes how a session went, in the name of whoever says so; also after it closed as not recorded, and instead of an
 * outcome that was wrong. What follows from it commits with it: strikes, letters, and the request for feedback. The same
 * outcome and note once more change nothing.
 * @throws Contended when others kept writing; nothing was recorded then.
 */
export const recordOutcome = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: OutcomeRequest,
): Promise<Appointment | OutcomeRefusal> => {
  for (let round = 0; round < rounds; round += 1) {
    const before = await readAppointment(ports, { pack: deployed.policy.pack, code: request.code });
    if (before === undefined) return { refused: "not-found", detail: "There is no such appointment." };
    const now = ports.now();
    const refused = problem(deployed, before, request, now);
    if (refused !== undefined) return refused;
    if (isKnown(before, request)) return before;
    const result = await attempt(ports, deployed, before, request, now);
    if (result !== "written-meanwhile") return result;
  }
  throw new Contended("others kept writing to the same appointment or customer");
};

const problem = (
  { policy }: DeployedPolicy,
  before: Appointment,
  { version, outcome }: OutcomeRequest,
  now: Instant,
): OutcomeRefusal | undefined =>
  version !== undefined && version !== before.version
    ? { refused: "changed-meanwhile", detail: "It has changed since you looked; look at it again." }
    : outcomeProblem(before, outcome, policy.appointments?.interruption, now);

const isKnown = (before: Appointment, { outcome, note }: OutcomeRequest): boolean =>
  recordedOutcome(before) === outcome &&
  before.attendance?.outcome !== "not-recorded" &&
  before.attendance?.note === note;

const attempt = async (
  ports: Ports,
  deployed: DeployedPolicy,
  before: Appointment,
  { outcome, note, by, alongside }: OutcomeRequest,
  now: Instant,
): Promise<Appointment | "written-meanwhile"> => {
  const attendance = { outcome, at: now, actor: by.actor, ...(note !== undefined && { note }) };
  const rule = deployed.policy.appointments?.attendance;
  const { after, owed } = withOutcome(before, attendance, rule);
  const customer = await readCustomerHead(ports, before.pack, before.customer.email);
  const standing = await standingAfter(ports, deployed, before, {
    before: customer,
    after: applyOutcome(customer, before, outcome, now),
  });
  const told = notified(after, standing.letters, now);
  const head = putHead({ ...after, promises: told.promises });
  const change = recordChange({ ...before, rev: before.rev + 1 }, now, {
    actor: by.actor,
    action: outcome,
    owed: [...owed, ...told.owed],
  });
  const result = await ports.table.commit([
    head,
    change,
    ...standing.writes,
    ...(await answeredTask(ports, before)),
    ...(alongside === undefined ? [] : [alongside(after)]),
  ]);
  if (!result.committed) return "written-meanwhile";
  await payNow(ports, asChange(change.put));
  return { ...after, promises: told.promises, rev: before.rev + 1 };
};
