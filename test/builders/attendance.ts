import type { Appointment } from "#core/appointment/appointment.ts";
import type { Outcome } from "#core/appointment/attendance.ts";
import { isRefusal } from "#core/errors.ts";
import { awaitAttendance } from "#steps/await-attendance.ts";
import { type OutcomeRefusal, recordOutcome } from "#steps/record-outcome.ts";
import { aBookedAppointment, theAppointment } from "./booking.ts";
import { type TestWorld, taxdome } from "./world.ts";

/** Of the builder's booking: Thursday 10 December 2026, 10:00 to 11:00 in Amsterdam. */
const starts = "2026-12-10T09:00:00.000Z";
export const ends = "2026-12-10T10:00:00.000Z";

export const aSessionThatRuns = async (world: TestWorld): Promise<string> => {
  const { code } = await aBookedAppointment(world);
  world.setNow(starts);
  return code;
};

/** Over, and its execution waits for the outcome with the token "token". */
export const aSessionThatIsOver = async (world: TestWorld): Promise<string> => {
  const { code } = await aBookedAppointment(world);
  world.setNow(ends);
  await awaitAttendance(world, { pack: "taxdome", code, version: 1, token: "token" });
  return code;
};

export const say = (
  world: TestWorld,
  code: string,
  outcome: Outcome,
  note?: string,
): Promise<Appointment | OutcomeRefusal> =>
  recordOutcome(world, taxdome(world), { code, outcome, note, by: { actor: "staff:eva" } });

/** @throws Error when it was refused. */
export const saidOf = async (world: TestWorld, code: string, outcome: Outcome): Promise<Appointment> => {
  const said = await say(world, code, outcome);
  if (isRefusal(said)) throw new Error(`${said.refused}: ${said.detail}`);
  return theAppointment(world, code);
};

export const kinds = (sent: readonly { readonly mail: { readonly labels: { readonly kind: string } } }[]) =>
  sent.map(({ mail }) => mail.labels.kind);
