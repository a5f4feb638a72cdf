import type { AppointmentPolicy } from "#core/policy/shape.ts";
import { duration, type Instant, plus } from "#core/time.ts";

/** Whether a change or cancellation by the customer has consequences: `late` counts as a no-show (taxdome §3). */
export type Notice = "in-time" | "late";

/** The last moment in time for a session that starts at `start`. */
export const noticeUntil = (rule: AppointmentPolicy["notice"], start: Instant): Instant =>
  plus(start, -duration(rule.atLeast));

/** Exactly 24 hours is in time: the terms ask for "at least" (taxdome §3). */
export const noticeGiven = (rule: AppointmentPolicy["notice"], start: Instant, now: Instant): Notice =>
  now <= noticeUntil(rule, start) ? "in-time" : "late";
