import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { closedUnrecorded } from "#core/appointment/asking.ts";
import { putHead } from "#core/appointment/settle.ts";
import { recordChange } from "#core/change.ts";
import { Superseded } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import { closeTask, openTask } from "#core/task.ts";
import type { Instant } from "#core/time.ts";
import { readAppointment } from "./appointment.ts";
import { attendanceTask } from "./end-appointment.ts";
import { untilCommitted } from "./until-committed.ts";

/**
 * Closes a session whose time for an outcome is over as not recorded. Before that moment, and where there is an outcome,
 * nothing is to be done: an execution whose clock is early leaves it to the sweeper.
 * @throws Superseded when this version no longer holds.
 */
export const closeAttendance = (
  ports: Ports,
  { pack, code, version }: { readonly pack: string; readonly code: string; readonly version: number },
): Promise<void> =>
  untilCommitted(ports, async () => {
    const appointment = await readAppointment(ports, { pack, code });
    if (appointment?.version !== version) throw new Superseded("this version no longer holds");
    const now = ports.now();
    if (!isTime(appointment, now)) return [];
    const closed = closedUnrecorded(appointment, now);
    const change = recordChange({ ...closed, rev: closed.rev + 1 }, now, {
      actor: "kept",
      action: "not-recorded",
    });
    return [putHead(closed), change, ...(await answeredTask(ports, closed))];
  });

const isTime = ({ attendance, closesAt }: Appointment, now: Instant): boolean =>
  attendance === undefined && closesAt !== undefined && closesAt <= now;

/** The task that asks for the outcome is gone with the question; one that was done by hand stays as it is. */
export const answeredTask = async (ports: Ports, appointment: Appointment): Promise<Write[]> => {
  const { pack } = appointment;
  const { put } = openTask(pack, "attendance", attendanceTask(appointment), "", appointment.end);
  const open = await ports.table.get(put);
  return open === undefined || open["done"] !== undefined ? [] : [closeTask(open)];
};
