import type { Ports } from "#adapters/ports.ts";
import { putHead } from "#core/appointment/settle.ts";
import { Superseded } from "#core/errors.ts";
import { readAppointment } from "./appointment.ts";
import { end } from "./end-appointment.ts";
import { untilCommitted } from "./until-committed.ts";

export interface Waiting {
  readonly pack: string;
  readonly code: string;
  readonly version: number;
  /** Of the state that waits. */
  readonly token: string;
}

/**
 * The execution waits for the session's outcome. Its token is written under the head's `rev`, as is every outcome: whoever
 * records one later finds the token, and where one stands already the wait answers itself.
 * @throws Superseded, TooEarly as `end` does.
 */
export const awaitAttendance = async (ports: Ports, { token, ...errand }: Waiting): Promise<void> => {
  await end(ports, errand);
  let known = false;
  await untilCommitted(ports, async () => {
    const appointment = await readAppointment(ports, errand);
    if (appointment?.version !== errand.version) throw new Superseded("this version no longer holds");
    known = appointment.attendance !== undefined;
    if (known || appointment.attendanceToken === token) return [];
    return [putHead({ ...appointment, attendanceToken: token })];
  });
  if (known) await ports.executions.answer(token);
};
