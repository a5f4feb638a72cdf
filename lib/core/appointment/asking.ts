import type { AttendancePolicy } from "#core/policy/shape.ts";
import { duration, hour, type Instant, plus, until } from "#core/time.ts";
import type { Appointment, Promised } from "./appointment.ts";

/** A machine takes seconds; one that was noted this late was an outage of ours, which must not cost staff their time. */
const onTime = hour;

/**
 * The session is over. Where nobody has recorded an outcome yet the host is asked for one: when, and until when, is fixed
 * here, counted from the session's end.
 */
export const endedSession = (
  appointment: Appointment,
  rule: AttendancePolicy | undefined,
  now: Instant,
): Appointment => {
  const ended = { ...appointment, status: "ended" } as const;
  if (rule === undefined || appointment.attendance !== undefined) return ended;
  const from = until(appointment.end, now) > onTime ? now : appointment.end;
  const closesAt = plus(from, duration(rule.closesAfter));
  return { ...ended, closesAt, promises: { ...appointment.promises, ...reminders(rule, from, closesAt) } };
};

const reminders = (
  { remindStaff }: AttendancePolicy,
  from: Instant,
  closesAt: Instant,
): Record<string, Promised> =>
  Object.fromEntries(
    remindStaff.map((after, place) => {
      const due = plus(from, duration(after));
      const next = remindStaff[place + 1];
      const sendUntil = next === undefined ? closesAt : plus(from, duration(next));
      return [reminderName(after), { ...reminder, opens: due, due, sendUntil }];
    }),
  );

const reminder = { kind: "staff-attendance", channel: "email", state: "open" } as const;

const reminderName = (after: string): string => `staff-attendance-${after}`;

/** Somebody has answered, or nobody needs to any more. */
export const askedNoMore = (
  promises: Appointment["promises"],
  at: Instant,
  reason: "recorded" | "closed",
): Record<string, Promised> =>
  Object.fromEntries(
    Object.entries(promises).map(([name, promised]) => [
      name,
      promised.kind === "staff-attendance" && promised.state === "open"
        ? { ...promised, state: "void", at, reason }
        : promised,
    ]),
  );

/** Time is up, and nobody has said how it went: that is nobody's no-show. */
export const closedUnrecorded = (appointment: Appointment, now: Instant): Appointment => ({
  ...appointment,
  attendance: { outcome: "not-recorded", at: now, actor: "kept" },
  promises: askedNoMore(appointment.promises, now, "closed"),
});
