import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { NoHost } from "#core/appointment/availability.ts";
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
import { noShowRule } from "#core/customer/consequence.ts";
import { countedBooking, knownBy, tooMany, usualLimits } from "#core/customer/customer.ts";
import { acceptingFee, standingProblem } from "#core/customer/standing.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Write } from "#core/table.ts";
import { readAccess } from "./access.ts";
import { readCounting, writeCounting } from "./counted.ts";
import { hostsToTry } from "./hosts.ts";
import { countNetwork, type Network, networkProblem, readCustomer } from "./limits.ts";
import { payNow } from "./pay.ts";
import { recall } from "./recall.ts";
import { rulesFor } from "./rules.ts";
import { together } from "./standing.ts";
import { placesAnswered } from "./waiting/read.ts";

export type BookingRefusal = Refusal<
  | NoHost
  | "no-appointments"
  | "terms-not-current"
  | "not-before"
  | "fee-required"
  | "too-many"
  | "restricted"
  | "not-entitled"
  | "slot-taken"
  | "idempotency-mismatch"
>;

/**
 * Books one slot for one customer: of any number of requests for it, one succeeds. The same request again answers the
 * same; nothing is remembered of one that was refused.
 * @param network where it came from, if that is to be capped.
 * @throws Contended when the table stayed busy; nothing was booked then, and the same request may be sent again.
 */
export const book = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: BookingRequest,
  idempotency: Idempotency,
  network?: Network,
): Promise<Booked | BookingRefusal> => {
  const before = await recall<Booked>(ports, idempotency);
  if (before !== undefined) return before;
  const rules = bookingRules(deployed, request);
  if (isRefusal(rules)) return rules;
  const hosts = await hostsToTry(ports, deployed.policy, rules.appointments, request);
  if (isRefusal(hosts)) return hosts;
  const book = () => firstFree(ports, rules, request, hosts, idempotency);
  return network === undefined ? book() : fromNetwork(ports, rules, network, book);
};

const fromNetwork = async (
  ports: Ports,
  { plan: { pack }, appointments }: BookingRules,
  network: Network,
  book: () => Promise<Booked | BookingRefusal>,
): Promise<Booked | BookingRefusal> => {
  const { perNetworkPerHour } = appointments.booking.limits ?? usualLimits;
  const problem = await networkProblem(ports, pack, network, perNetworkPerHour);
  if (problem !== undefined) return problem;
  const result = await book();
  if (!isRefusal(result)) await countNetwork(ports, pack, network);
  return result;
};

const bookingRules = (
  { policy, version }: DeployedPolicy,
  request: BookingRequest,
): BookingRules | BookingRefusal =>
  request.termsVersion === policy.terms.version
    ? rulesFor({ policy, version }, request.sessionType)
    : termsNotCurrent(policy.terms);

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

/** A code that is in use is met once in ten thousand million bookings; another booking for the same address, now and then. */
const rounds = 8;

const withHost = async (
  ports: Ports,
  rules: BookingRules,
  request: BookingRequest,
  host: Host,
  idempotency: Idempotency,
): Promise<Booked | BookingRefusal | "taken"> => {
  for (let round = 0; round < rounds; round += 1) {
    const appointment = newAppointment(rules, request, host, ports.newCode(), ports.now());
    const result = await attempt(ports, rules, appointment, idempotency, request);
    if (result !== "again") return result;
  }
  throw new Contended("others kept booking for the same address");
};

/** One transaction: the answer to remember, the appointment, the count of its address, the entry, and the host's cells. */
const attempt = async (
  ports: Ports,
  { policy, appointments, sessionType }: BookingRules,
  appointment: Appointment,
  idempotency: Idempotency,
  request: BookingRequest,
): Promise<Booked | BookingRefusal | "taken" | "again"> => {
  const now = ports.now();
  const customer = await readCustomer(ports, appointment.pack, appointment.customer.email);
  const access = await readAccess(ports, policy, { customer, ...claimOf(appointment), sessionType });
  if (isRefusal(access)) return access;
  const rule = noShowRule(policy);
  const counting = await readCounting(ports, policy, customer, claimOf(appointment));
  const refusal =
    standingProblem(rule, counting.counted, request, now) ??
    tooMany(customer, appointments.booking.limits ?? usualLimits);
  if (refusal !== undefined) return refusal;
  const { code } = appointment;
  const known = acceptingFee(rule, knownBy(customer, appointment), code, now, counting.counted);
  const read = together(
    writeCounting(counting, countedBooking(known, code, now), code).writes,
    access.checks,
  );
  const answer = booked(appointment);
  const change = bookingChange(appointment, now, await placesAnswered(ports, customer, appointment));
  const head: Write = { put: { ...appointment }, if: { exists: false } };
  const result = await ports.table.commit([
    remember(idempotency, answer, now),
    head,
    ...read,
    change,
    ...holdCells(appointment.code, appointment),
  ]);
  if (!result.committed) return refusedBy(ports, result.refused, idempotency, 1 + read.length);
  await payNow(ports, asChange(change.put));
  return answer;
};

const claimOf = ({ customer, signedBy }: Appointment) => ({
  claimed: customer.account,
  signed: signedBy !== undefined,
});

/** @param lastRead the place of the last write that guards what was read, and not the host's time. */
const refusedBy = async (
  ports: Ports,
  refused: readonly number[],
  idempotency: Idempotency,
  lastRead: number,
): Promise<Booked | BookingRefusal | "taken" | "again"> => {
  if (refused.includes(0)) return (await recall<Booked>(ports, idempotency)) ?? "again";
  return refused.some((at) => at <= lastRead) ? "again" : "taken";
};
