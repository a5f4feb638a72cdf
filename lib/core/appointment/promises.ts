import type { AppointmentPlan, PlannedPromise } from "#core/policy/plan.ts";
import type { MessageKind } from "#core/policy/vocabulary.ts";
import { hour, type Instant, minute, plus } from "#core/time.ts";
import type { Promised, PromiseState, PromiseTerms } from "./appointment.ts";

/** A message with a moment of its own is punctual up to here; ours, for schedulers and providers take their seconds. */
export const punctual = 5 * minute;

/**
 * Fixes every promise of the plan for a session at `start`. One whose due is not after `made` is skipped at once.
 * @param first what the first message says: that it was booked, or that it was changed.
 */
export const makePromises = (
  plan: AppointmentPlan,
  made: Instant,
  start: Instant,
  first: "confirmation" | "changed" = "confirmation",
): Record<string, Promised> =>
  Object.fromEntries(plan.promises.map((planned) => [planned.id, make(planned, made, start, first)]));

const make = (planned: PlannedPromise, made: Instant, start: Instant, first: MessageKind): Promised => {
  const { kind, ...when } = termsOf(planned, made, start);
  const terms = { ...when, kind: kind === "confirmation" ? first : kind };
  return terms.due > made
    ? { ...terms, state: "open" }
    : { ...terms, state: "skipped", at: made, reason: "passed" };
};

const termsOf = (planned: PlannedPromise, made: Instant, start: Instant): PromiseTerms => {
  const { kind, channel, moment, sendFor } = planned;
  const due = "within" in moment ? plus(made, moment.within) : plus(start, -moment.before);
  return {
    kind,
    channel,
    opens: "within" in moment ? made : due,
    due,
    sendUntil: sendFor === "start" ? start : plus(due, sendFor),
    ...("iso" in moment && { before: moment.iso }),
  };
};

/** Messages that follow from a change itself, to the customer or, by their kind's name, to the host. */
export const notifications = (kinds: readonly MessageKind[], now: Instant): Record<string, Promised> =>
  Object.fromEntries(kinds.map((kind) => [kind, notification(kind, now)]));

const notification = (kind: MessageKind, now: Instant): Promised => ({
  kind,
  channel: "email",
  opens: now,
  due: plus(now, punctual),
  sendUntil: plus(now, usefulFor),
  state: "open",
});

/** Ours: news of a change is worth having for a day, even where the session would have begun meanwhile. */
const usefulFor = 24 * hour;

/** What the next version makes of the promises of this one: those that were kept stay so, the others are void. */
export const voided = (promises: Readonly<Record<string, Promised>>, at: Instant): Record<string, Promised> =>
  Object.fromEntries(
    Object.entries(promises).map(([id, promised]) => [
      id,
      promised.state === "open" ? { ...promised, state: "void", at, reason: "superseded" } : promised,
    ]),
  );

/** What a message that went out at `at` means for its promise. */
export const sentState = (terms: PromiseTerms<string>, at: Instant, evidence: string): PromiseState => {
  const keptUntil = terms.opens === terms.due ? plus(terms.due, punctual) : terms.due;
  return { state: at <= keptUntil ? "kept" : "late", at, evidence };
};
