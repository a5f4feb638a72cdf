import type { Effect } from "#core/change.ts";
import type { AttendancePolicy } from "#core/policy/shape.ts";
import { day, duration, type Instant, plus } from "#core/time.ts";
import type { Appointment, Promised } from "./appointment.ts";
import { askedNoMore } from "./asking.ts";
import type { Attendance } from "./attendance.ts";
import { notifications } from "./promises.ts";

/** Ours: an opinion is worth asking for until a day after it was due. */
const askedLate = day;

/** The appointment with that outcome, what it promises because of it, and what the change owes. */
export const withOutcome = (
  appointment: Appointment,
  attendance: Exclude<Attendance, { outcome: "not-recorded" }>,
  rule: AttendancePolicy | undefined,
): { readonly after: Appointment; readonly owed: readonly Effect[] } => {
  const { promises, end, status } = appointment;
  const { outcome, at } = attendance;
  const wanted = {
    feedback: outcome === "attended" ? feedbackRequest(rule, end, at) : undefined,
    interrupted: outcome === "interrupted" ? notifications(["interrupted"], at)["interrupted"] : undefined,
  };
  const after = followed(askedNoMore(promises, at, "recorded"), wanted, at);
  const tell = after["interrupted"]?.state === "open" && promises["interrupted"]?.state !== "open";
  return {
    after: { ...appointment, attendance, promises: after },
    owed: [
      ...(tell ? [{ effect: "deliver", promise: "interrupted" } as const] : []),
      // Before the session's end nothing waits for it yet: the execution will find it.
      ...(status === "ended" ? [{ effect: "follow-outcome" } as const] : []),
    ],
  };
};

/** Not before the session's end: a host may record early that the customer is there. */
const feedbackRequest = (
  rule: AttendancePolicy | undefined,
  end: Instant,
  at: Instant,
): Promised | undefined => {
  if (rule?.feedback === undefined) return undefined;
  const opens = at < end ? end : at;
  const due = plus(opens, duration(rule.feedback.within));
  return {
    kind: "feedback-request",
    channel: "email",
    opens,
    due,
    sendUntil: plus(due, askedLate),
    state: "open",
  };
};

/** What went out stays so; what a correction made wrong is void, and may be owed again by the next one. */
const followed = (
  promises: Readonly<Record<string, Promised>>,
  wanted: Readonly<Record<string, Promised | undefined>>,
  at: Instant,
): Record<string, Promised> => {
  const changed = Object.entries(wanted).flatMap(([name, promised]): [string, Promised][] => {
    const known = promises[name];
    if (promised !== undefined && (known === undefined || known.state === "void")) return [[name, promised]];
    return promised === undefined && known?.state === "open"
      ? [[name, { ...known, state: "void", at, reason: "corrected" }]]
      : [];
  });
  return { ...promises, ...Object.fromEntries(changed) };
};
