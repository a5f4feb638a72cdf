import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { endedSession } from "#core/appointment/asking.ts";
import { putHead } from "#core/appointment/settle.ts";
import { recordChange } from "#core/change.ts";
import { Superseded, TooEarly } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import { openTask } from "#core/task.ts";
import { readAppointment } from "./appointment.ts";
import { untilCommitted } from "./until-committed.ts";

/**
 * Notes that the session's time is over, and asks its host how it went unless that is known. A second run finds it noted.
 * @throws Superseded when this version no longer holds; TooEarly before the end.
 */
export const end = (
  ports: Ports,
  { pack, code, version }: { readonly pack: string; readonly code: string; readonly version: number },
): Promise<void> =>
  untilCommitted(ports, async () => {
    const appointment = await readAppointment(ports, { pack, code });
    if (appointment?.version !== version || appointment.status === "cancelled")
      throw new Superseded("this version no longer holds");
    if (appointment.status === "ended") return [];
    const now = ports.now();
    if (now < appointment.end) throw new TooEarly("the session is not over");
    const rule = ports.policies.current(pack)?.policy.appointments?.attendance;
    const ended = endedSession(appointment, rule, now);
    const change = recordChange({ ...ended, rev: ended.rev + 1 }, now, { actor: "kept", action: "ended" });
    return [putHead(ended), change, ...asked(ended)];
  });

/** No fault and no alarm: nobody is called for it, but it stands on the list until it is answered. */
const asked = ({ pack, code, version, closesAt, end: since }: Appointment): Write[] =>
  closesAt === undefined ? [] : [openTask(pack, "attendance", attendanceTask({ code, version }), how, since)];

const how = "the session is over: how did it go?";

export const attendanceTask = ({ code, version }: Pick<Appointment, "code" | "version">) => ({
  code,
  version,
  promise: "attendance",
});
