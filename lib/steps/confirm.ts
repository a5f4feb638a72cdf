import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { revisable } from "#core/appointment/change.ts";
import { notified } from "#core/appointment/notify.ts";
import { confirm } from "#core/appointment/settle.ts";
import { asChange, recordChange } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import type { Item } from "#core/table.ts";
import { readAppointment } from "./appointment.ts";
import type { ChangeRefusal, RevisionRequest } from "./decide-revision.ts";
import { payNow } from "./pay.ts";
import { standingProven } from "./standing.ts";
import { untilCommitted } from "./until-committed.ts";

/** The customer says that they will come. By a mailed link it also proves the address; it moves nothing. */
export const confirmAppointment = async (
  ports: Ports,
  deployed: DeployedPolicy,
  { code, version, by }: RevisionRequest,
): Promise<Appointment | ChangeRefusal> => {
  let answer: Appointment | ChangeRefusal = { refused: "not-found", detail: "There is no such appointment." };
  let entry: Item | undefined;
  await untilCommitted(ports, async () => {
    entry = undefined;
    const appointment = await readAppointment(ports, { pack: deployed.policy.pack, code });
    if (appointment === undefined) return [];
    answer = revisable(appointment, version, ports.now()) ?? appointment;
    if (isRefusal(answer) || saidAlready(appointment, by.proven)) return [];
    const decided = await confirmed(ports, deployed, appointment, by);
    answer = decided.after;
    entry = decided.change.put;
    return decided.writes;
  });
  if (entry !== undefined) await payNow(ports, asChange(entry));
  return answer;
};

/** By a token that was handed out with the booking first, then by one that was mailed: the second still proves the address. */
const saidAlready = ({ confirmedAt, provenAt }: Appointment, proven = false): boolean =>
  confirmedAt !== undefined && (!proven || provenAt !== undefined);

const confirmed = async (
  ports: Ports,
  deployed: DeployedPolicy,
  appointment: Appointment,
  { actor, proven = false }: RevisionRequest["by"],
) => {
  const now = ports.now();
  const standing = await standingProven(ports, deployed, appointment, proven);
  const { promises, owed } = notified(appointment, standing.letters, now);
  const { rev, confirmedAt = now } = appointment;
  const after = { ...appointment, rev: rev + 1, confirmedAt, promises };
  const change = recordChange(after, now, { actor, action: "confirmed", ...(owed.length > 0 && { owed }) });
  const head = confirm({ ...appointment, promises }, now, proven);
  return { after, change, writes: [head, change, ...standing.writes] };
};
