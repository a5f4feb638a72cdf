import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { findHosts, findSessionType, type NoHost } from "#core/appointment/availability.ts";
import {
  type Booked,
  type BookingRequest,
  type BookingRules,
  booked,
  bookingChange,
  newAppointment,
} from "#core/appointment/book.ts";
import { holdCells } from "#core/appointment/hold.ts";
import { asChange } from "#core/change.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { planAppointments } from "#core/policy/plan.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Write } from "#core/table.ts";
import { payNow } from "./pay.ts";
import { recall } from "./recall.ts";

export type BookingRefusal = Refusal<
  NoHost | "no-appointments" | "terms-not-current" | "slot-taken" | "idempotency-mismatch"
>;

/**
 * Books one slot for one customer: of any number of requests for it, one succeeds. The same request again answers the
 * same; nothing is remembered of one that was refused.
 * @throws Contended when the table stayed busy; nothing was booked then, and the same request may be sent again.
 */
export const book = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: BookingRequest,
  idempotency: Idempotency,
): Promise<Booked | BookingRefusal> => {
  const before = await recall<Booked>(ports, idempotency);
  if (before !== undefined) return before;
  const rules = bookingRules(deployed, request);
  if (isRefusal(rules)) return rules;
  const hosts = findHosts(rules.appointments, request.sessionType, request.start, ports.now(), request.host);
  return isRefusal(hosts) ? hosts : firstFree(ports, rules, request, hosts, idempotency);
};

const bookingRules = (
  { policy, version }: DeployedPolicy,
  request: BookingRequest,
): BookingRules | BookingRefusal => {
  const plan = planAppointments(policy);
  const { appointments, terms } = policy;
  if (plan === undefined || appointments === undefined)
    return { refused: "no-appointments", detail: `${policy.company} takes no appointments here.` };
  if (request.termsVersion !== terms.version) return termsNotCurrent(terms);
  const sessionType = findSessionType(appointments, request.sessionType);
  return isRefusal(sessionType) ? sessionType : { plan, appointments, policyVersion: version, sessionType };
};

/** Nobody can accept terms that they have not seen (taxdome §3): the page reads the present ones, and asks again. */
const termsNotCurrent = (terms: { version: string; url: string }): BookingRefusal => ({
  refused: "terms-not-current",
  detail: `The terms in force are version ${terms.version}, ${terms.url}: show them, and book with that version.`,
});

const firstFree = async (
  ports: Ports,
  rules: BookingRules,
  request: BookingRequest,
  hosts: readonly Host[],
  idempotency: Idempotency,
): Promise<Booked | BookingRefusal> => {
  for (const host of hosts) {
    const result = await withHost(ports, rules, request, host, idempotency);
    if (result !== "taken") return result;
  }
  return { refused: "slot-taken", detail: "Somebody else has just taken this time; please choose another." };
};

/** A code that is in use already is met about once in ten thousand million bookings; twice in a row is a fault. */
const codes = 3;

const withHost = async (
  ports: Ports,
  rules: BookingRules,
  request: BookingRequest,
  host: Host,
  idempotency: Idempotency,
): Promise<Booked | BookingRefusal | "taken"> => {
  for (let code = 0; code < codes; code += 1) {
    const appointment = newAppointment(rules, request, host, ports.newCode(), ports.now());
    const result = await attempt(ports, appointment, idempotency);
    if (result !== "code-in-use") return result;
  }
  throw new Contended("no unused code was found");
};

/** One transaction: the answer to remember, the appointment, the entry of the change, and the host's cells. */
const attempt = async (
  ports: Ports,
  appointment: Appointment,
  idempotency: Idempotency,
): Promise<Booked | BookingRefusal | "taken" | "code-in-use"> => {
  const now = ports.now();
  const answer = booked(appointment);
  const change = bookingChange(appointment, now);
  const head: Write = { put: { ...appointment }, if: { exists: false } };
  const result = await ports.table.commit([
    remember(idempotency, answer, now),
    head,
    change,
    ...holdCells(appointment.code, appointment),
  ]);
  if (result.committed) {
    await payNow(ports, asChange(change.put));
    return answer;
  }
  if (result.refused.includes(0)) return (await recall<Booked>(ports, idempotency)) ?? "taken";
  return result.refused.includes(1) ? "code-in-use" : "taken";
};
