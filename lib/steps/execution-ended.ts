import type { Ports } from "#adapters/ports.ts";
import { executionOf } from "#core/appointment/execution.ts";
import { caseExecutionOf } from "#core/case/execution.ts";
import { readAppointment } from "./appointment.ts";
import { caseExecutionEnded } from "./case/execution-ended.ts";
import { tellStaff } from "./settle.ts";

/**
 * An execution did not reach its end. One that a change or a cancellation stopped is no loss: its version no longer
 * stands. For any other a person is told, once; its promises are kept by the sweeper. A case goes on with its next run.
 * @param machine its name without stage and `kept-`: `taxdome-appointment`.
 */
export const executionEnded = async (
  ports: Ports,
  machine: string,
  name: string,
  status: string,
): Promise<void> => {
  const watched = caseExecutionOf(machine, name);
  if (watched !== undefined) return caseExecutionEnded(ports, watched);
  const subject = executionOf(machine, name);
  if (subject === undefined) return;
  const appointment = await readAppointment(ports, subject);
  if (appointment?.version !== subject.version || appointment.status !== "booked") return;
  await tellStaff(ports, { ...subject, promise: "execution" }, "execution-lost", status.toLowerCase());
};
