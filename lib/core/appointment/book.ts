import { recordChange } from "#core/change.ts";
import type { AppointmentPlan } from "#core/policy/plan.ts";
import type { AppointmentPolicy, Host, Policy, SessionType } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { madeIn, wake } from "#core/table.ts";
import { type Instant, minute, plus } from "#core/time.ts";
import { type Appointment, appointmentKey, type Customer } from "./appointment.ts";
import { buffered } from "./buffers.ts";
import { startExecution } from "./execution.ts";
import { makePromises, notifications } from "./promises.ts";
import { nextLook } from "./settle.ts";

/** What a customer asked for, after it was parsed. */
export interface BookingRequest {
  readonly sessionType: string;
  readonly start: Instant;
  /** Its id in the policy; without one, any that is free. */
  readonly host?: string;
  readonly customer: Customer;
  readonly language: Language;
  readonly timeZone: string;
  readonly termsVersion: string;
  /** The company's own site that signed who is booking: what it says of the address and the account is proven. */
  readonly signedBy?: string;
  /** What the session costs after repeated no-shows, if it does (taxdome §4). */
  readonly feeAccepted?: boolean | undefined;
}

export interface BookingRules {
  readonly policy: Policy;
  readonly plan: AppointmentPlan;
  readonly appointments: AppointmentPolicy;
  /** `pack@hash`, kept with the promises that it made. */
  readonly policyVersion: string;
  readonly sessionType: SessionType;
}

/** The appointment as it would be: nothing is held yet, the transaction decides. */
export const newAppointment = (
  { plan, policyVersion, sessionType }: BookingRules,
  { host: _wished, feeAccepted: _fee, termsVersion, ...request }: BookingRequest,
  host: Host,
  code: string,
  now: Instant,
): Appointment => {
  const key = appointmentKey(plan.pack, code);
  const end = plus(request.start, sessionType.minutes * minute);
  const promises = { ...makePromises(plan, now, request.start), ...notifications(["staff-booked"], now) };
  return {
    ...key,
    type: "appointment",
    pack: plan.pack,
    code,
    version: 1,
    rev: 1,
    status: "booked",
    ...request,
    end,
    ...buffered(request.start, end, sessionType),
    host: host.id,
    terms: { version: termsVersion, acceptedAt: now },
    policy: policyVersion,
    promises,
    ...madeIn(plan.pack, now),
    ...(request.signedBy !== undefined && { provenAt: now }),
    ...wake(key, nextLook({ status: "booked", end, promises })),
  };
};

/** What the API answers, and remembers: no personal data; the link is made anew for each answer. */
export interface Booked {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly status: "booked";
  readonly start: Instant;
  readonly end: Instant;
  readonly host: string;
}

export const booked = ({ code, version, start, end, host }: Appointment): Booked => ({
  id: code,
  code,
  version,
  status: "booked",
  start,
  end,
  host,
});

/**
 * The entry of the booking; it owes the execution that keeps the promises, and the host's mail.
 * @param waited places on the waiting list that it answers.
 */
export const bookingChange = (
  appointment: Appointment,
  now: Instant,
  waited: readonly string[] = [],
): ReturnType<typeof recordChange> =>
  recordChange(appointment, now, {
    actor: "customer",
    action: "booked",
    owed: [
      startExecution(appointment),
      { effect: "deliver", promise: "staff-booked" },
      ...waited.map((entry) => ({ effect: "leave-line", entry }) as const),
    ],
  });
