import type { Effect } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import type { AppointmentPolicy, Host } from "#core/policy/shape.ts";
import type { MessageKind } from "#core/policy/vocabulary.ts";
import { type Instant, plus, until } from "#core/time.ts";
import type { Appointment, Revision } from "./appointment.ts";
import type { BookingRules } from "./book.ts";
import { buffered } from "./buffers.ts";
import { startExecution } from "./execution.ts";
import { noticeGiven } from "./notice.ts";
import { makePromises, notifications } from "./promises.ts";
import { nextVersion, type RevisedBy, revisionWrites, wishOf } from "./revise.ts";

export type RevisionRefusal = Refusal<"changed-meanwhile" | "already-over" | "unchanged">;

/**
 * Whether this version may still be changed or cancelled. Up to the start, however late: a late one counts, but it frees
 * the slot for others (taxdome §3).
 * @param version the one that the person saw when they pressed the button; staff who name a code see none.
 */
export const revisable = (
  appointment: Appointment,
  version: number | undefined,
  now: Instant,
): RevisionRefusal | undefined => {
  if (version !== undefined && appointment.version !== version)
    return { refused: "changed-meanwhile", detail: "It has changed since you opened it; look at it again." };
  if (appointment.status !== "booked" || now >= appointment.start)
    return {
      refused: "already-over",
      detail: "It can no longer be changed: it was cancelled, or has begun.",
    };
  return undefined;
};

/** At one moment for all that follows from it. */
export interface RevisedAt {
  readonly now: Instant;
  /** What the customer must also hear, for a late one counts. */
  readonly letters?: readonly MessageKind[];
}

/** The same session at another time, or with another host: a new version with fresh promises from the policy of the day. */
export const change = (
  before: Appointment,
  rules: BookingRules,
  to: { readonly start: Instant; readonly host: Host },
  by: RevisedBy,
  { now, letters = [] }: RevisedAt,
) => {
  const end = plus(to.start, until(before.start, before.end));
  const time = { host: to.host.id, start: to.start, end, ...buffered(to.start, end, rules.sessionType) };
  // After a hand-over the one loses a session, and the other gets one.
  const told: MessageKind[] =
    to.host.id === before.host ? ["staff-changed"] : ["staff-cancelled", "staff-booked"];
  told.push(...letters);
  const promises = {
    ...makePromises(rules.plan, now, to.start, "changed"),
    ...notifications(told, now),
  };
  const revision = revisionOf(before, "changed", rules.appointments.notice, by, now);
  const next = { status: "booked", time, promises, policy: rules.policyVersion, revision } as const;
  const after = nextVersion(before, next, by);
  const owed = [startExecution(after), ...told.map(deliver), ...freeing(before, revision)];
  return { after, ...revisionWrites(before, after, by, owed) };
};

/** Frees the slot; customer and host are told, and nothing else goes out any more. */
export const cancel = (
  before: Appointment,
  notice: AppointmentPolicy["notice"],
  by: RevisedBy,
  { now, letters = [] }: RevisedAt,
) => {
  const { host, start, end } = before;
  const promises = notifications(["cancelled", "staff-cancelled", ...letters], now);
  const revision = revisionOf(before, "cancelled", notice, by, now);
  const time = { host, start, end };
  const next = { status: "cancelled", time, promises, policy: before.policy, revision } as const;
  const after = nextVersion(before, next, by);
  const owed = [...Object.keys(promises).map(deliver), ...freeing(before, revision)];
  return { after, ...revisionWrites(before, after, by, owed) };
};

/**
 * Whoever waits for such a time is asked first (taxdome §3). One that the company itself takes back is offered to nobody:
 * its host most likely has no time.
 */
const freeing = ({ host, start, sessionType }: Appointment, { wish }: Pick<Revision, "wish">): Effect[] =>
  wish === "customer" ? [{ effect: "offer-slot", host, start, sessionType }] : [];

const deliver = (promise: string): Effect => ({ effect: "deliver", promise });

/** How a change or a cancellation at this moment would count. */
export const revisionOf = (
  before: Appointment,
  action: Revision["action"],
  rule: AppointmentPolicy["notice"],
  by: RevisedBy,
  now: Instant,
): Revision => {
  const wish = wishOf(by);
  const notice = wish === "customer" ? noticeGiven(rule, before, now) : "in-time";
  const { host, start, end } = before;
  return { action, wish, notice, at: now, from: { host, start, end } };
};
