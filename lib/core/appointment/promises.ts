import type { AppointmentPlan, PlannedPromise } from "#core/policy/plan.ts";
import { type Instant, minute, plus } from "#core/time.ts";
import type { Promised, PromiseState, PromiseTerms } from "./appointment.ts";

/** A message with a moment of its own is punctual up to here; ours, for schedulers and providers take their seconds. */
const punctual = 5 * minute;

/** Fixes every promise of the plan for a session at `start`. One whose due is not after `made` is skipped at once. */
export const makePromises = (
  plan: AppointmentPlan,
  made: Instant,
  start: Instant,
): Record<string, Promised> =>
  Object.fromEntries(plan.promises.map((planned) => [planned.id, make(planned, made, start)]));

const make = (planned: PlannedPromise, made: Instant, start: Instant): Promised => {
  const terms = termsOf(planned, made, start);
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

/** What a message that went out at `at` means for its promise. */
export const sentState = (terms: PromiseTerms, at: Instant, evidence: string): PromiseState => {
  const keptUntil = terms.opens === terms.due ? plus(terms.due, punctual) : terms.due;
  return { state: at <= keptUntil ? "kept" : "late", at, evidence };
};
