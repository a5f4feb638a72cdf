import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { revisable } from "#core/appointment/change.ts";
import { confirm } from "#core/appointment/settle.ts";
import { recordChange } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import { readAppointment } from "./appointment.ts";
import type { ChangeRefusal, RevisionRequest } from "./revise.ts";
import { untilCommitted } from "./until-committed.ts";

/** The customer says that they will come. By a mailed link it also proves the address; it moves nothing. */
export const confirmAppointment = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  { code, version, by }: RevisionRequest,
): Promise<Appointment | ChangeRefusal> => {
  let answer: Appointment | ChangeRefusal = { refused: "not-found", detail: "There is no such appointment." };
  await untilCommitted(ports, async () => {
    const appointment = await readAppointment(ports, { pack, code });
    if (appointment === undefined) return [];
    answer = revisable(appointment, version, ports.now()) ?? appointment;
    if (isRefusal(answer) || appointment.confirmedAt !== undefined) return [];
    const now = ports.now();
    const confirmed = { ...appointment, rev: appointment.rev + 1, confirmedAt: now };
    answer = confirmed;
    return [
      confirm(appointment, now, by.proven === true),
      recordChange(confirmed, now, { actor: by.actor, action: "confirmed" }),
    ];
  });
  return answer;
};
