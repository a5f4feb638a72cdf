import type { Ports } from "#adapters/ports.ts";
import { endAppointment } from "#core/appointment/settle.ts";
import { recordChange } from "#core/change.ts";
import { Superseded, TooEarly } from "#core/errors.ts";
import { readAppointment } from "./appointment.ts";
import { untilCommitted } from "./until-committed.ts";

/**
 * Notes that the session's time is over. A second run finds it noted.
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
    const ended = { ...appointment, rev: appointment.rev + 1 };
    return [endAppointment(appointment), recordChange(ended, now, { actor: "kept", action: "ended" })];
  });
