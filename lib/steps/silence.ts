import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { silenceProblem } from "#core/appointment/attendance.ts";
import { putHead } from "#core/appointment/settle.ts";
import { recordChange } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { readAppointment } from "./appointment.ts";
import type { RevisionRequest } from "./decide-revision.ts";
import type { OutcomeRefusal } from "./record-outcome.ts";
import { untilCommitted } from "./until-committed.ts";

type Note = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
) => Promise<Appointment | OutcomeRefusal>;

/** The clock of an interruption begins; pressed again while it runs, it runs on. */
export const noteSilent: Note = (ports, deployed, request) =>
  note(ports, deployed, request, "silent", (before, now) => ({
    ...before,
    silentSince: before.silentSince ?? now,
  }));

/** The customer is back: the next silence begins anew. */
export const noteResumed: Note = (ports, deployed, request) =>
  note(ports, deployed, request, "resumed", ({ silentSince: _over, ...before }) => before);

const note = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  { code, by, alongside }: RevisionRequest,
  action: "silent" | "resumed",
  noted: (before: Appointment, now: Instant) => Appointment,
): Promise<Appointment | OutcomeRefusal> => {
  let answer: Appointment | OutcomeRefusal = {
    refused: "not-found",
    detail: "There is no such appointment.",
  };
  await untilCommitted(ports, async () => {
    const before = await readAppointment(ports, { pack, code });
    if (before === undefined) return [];
    const now = ports.now();
    answer = silenceProblem(before, now) ?? noted(before, now);
    if (isRefusal(answer) || answer.silentSince === before.silentSince) return [];
    const change = recordChange({ ...answer, rev: before.rev + 1 }, now, { actor: by.actor, action });
    return [putHead(answer), change, ...(alongside === undefined ? [] : [alongside(answer)])];
  });
  return answer;
};
