import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
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
import { readCustomer } from "./limits.ts";
import { payNow } from "./pay.ts";
import { together } from "./standing.ts";
import { placesAnswered } from "./waiting/read.ts";

export type SlotRefusal = Refusal<
  "fee-required" | "not-before" | "too-many" | "restricted" | "not-entitled" | "slot-taken"
>;

type Result = Booked | SlotRefusal | "known";

/** Of the hosts the first who is still free; `known` when this very request has been answered before. */
export const takeSlot = async (
  ports: Ports,
  rules: BookingRules,
  request: BookingRequest,
  hosts: readonly Host[],
  idempotency: Idempotency,
): Promise<Result> => {
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
): Promise<Result | "taken"> => {
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
): Promise<Result | "taken" | "again"> => {
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
  if (!result.committed) return refusedBy(result.refused, 1 + read.length);
  await payNow(ports, asChange(change.put));
  return answer;
};

const claimOf = ({ customer, signedBy }: Appointment) => ({
  claimed: customer.account,
  signed: signedBy !== undefined,
});

/** @param lastRead the place of the last write that guards what was read, and not the host's time. */
const refusedBy = (refused: readonly number[], lastRead: number): "known" | "taken" | "again" => {
  if (refused.includes(0)) return "known";
  return refused.some((at) => at <= lastRead) ? "again" : "taken";
};
