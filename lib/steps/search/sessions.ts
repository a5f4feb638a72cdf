import type { Ports } from "#adapters/ports.ts";
import { agendaDays, codesIn } from "#core/appointment/agenda.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Policy } from "#core/policy/shape.ts";
import { day, type Instant, plus } from "#core/time.ts";
import { readAppointment } from "../appointment.ts";
import { readDays } from "../hosts.ts";
import { readCustomerHead } from "../limits.ts";
import { readAll } from "./read-all.ts";

/** Ours: from a week ago to five weeks ahead, and no more than so many reads. */
const [back, ahead, most] = [7 * day, 35 * day, 500];

/** The sessions of all hosts around a moment, as the agenda has them. */
export const sessionsAround = async (ports: Ports, policy: Policy, now: Instant): Promise<Appointment[]> => {
  const days = agendaDays(policy, { start: plus(now, -back), end: plus(now, ahead) });
  const codes = codesIn(await readDays(ports, days)).slice(0, most);
  return readAll(codes, (code) => readAppointment(ports, { pack: policy.pack, code }));
};

/** Those that the customer of an address has to come, has missed, or owes a fee for. */
export const sessionsOf = async (ports: Ports, pack: string, email: string): Promise<Appointment[]> => {
  const { open, noShows = {}, fees = {} } = await readCustomerHead(ports, pack, email);
  const codes = [...new Set([...open, ...Object.keys(noShows), ...Object.keys(fees)])];
  return readAll(codes, (code) => readAppointment(ports, { pack, code }));
};
