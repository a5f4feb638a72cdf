import type { Ports } from "#adapters/ports.ts";
import { readAppointment } from "./appointment.ts";
import { deliver } from "./deliver.ts";

interface Followed {
  readonly pack: string;
  readonly code: string;
  readonly version: number;
}

/**
 * Lets the execution go on that waits for the outcome; it asks for feedback then. Where none waits any more, after the
 * session closed or the execution was lost, the request goes out from here.
 */
export const followOutcome = async (ports: Ports, errand: Followed): Promise<void> => {
  const appointment = await readAppointment(ports, errand);
  const token = appointment?.attendanceToken;
  if (token !== undefined && (await ports.executions.answer(token)) === "answered") return;
  await askFeedback(ports, errand);
};

/** What the outcome promised the customer: after a session that they attended, and no other. */
export const askFeedback = async (ports: Ports, errand: Followed): Promise<void> => {
  const appointment = await readAppointment(ports, errand);
  const promised = appointment?.promises["feedback"];
  if (appointment?.version !== errand.version || promised?.state !== "open") return;
  await deliver(ports, {
    pack: errand.pack,
    code: errand.code,
    version: errand.version,
    promise: "feedback",
  });
};
