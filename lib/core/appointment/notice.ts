import type { AppointmentPolicy } from "#core/policy/shape.ts";
import { duration, type Instant, plus } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";

/** Whether a change or cancellation by the customer has consequences: `late` counts as a no-show (taxdome §3). */
export type Notice = "in-time" | "late";

/** The last moment in time for a session that starts at `start`. */
export const noticeUntil = (rule: AppointmentPolicy["notice"], start: Instant): Instant =>
  plus(start, -duration(rule.atLeast));

/**
 * Exactly 24 hours is in time: the terms ask for "at least" (taxdome §3). Where the company itself moved the session to
 * so soon that no notice was left, the customer's own answer to that is in time up to the start: ours.
 */
export const noticeGiven = (
  rule: AppointmentPolicy["notice"],
  { start, revision }: Pick<Appointment, "start" | "revision">,
  now: Instant,
): Notice => {
  const lastMoment = noticeUntil(rule, start);
  const leftNone = revision?.wish === "staff" && revision.at > lastMoment;
  return now <= lastMoment || leftNone ? "in-time" : "late";
};
