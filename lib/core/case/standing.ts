import type { Instant } from "#core/time.ts";
import { inTime, type Milestone } from "./milestone.ts";
import { isOpen } from "./moments.ts";

/** Where a promise stands, for people: one without a date is open, one whose date has passed is broken. */
export type StandingState = Exclude<Milestone["state"], "undated">;

/** At `now`, also where nothing has noted yet that its date passed. */
export const standing = (milestone: Milestone, now: Instant): StandingState => {
  const { state } = milestone;
  if (state === "undated") return "open";
  if (!isOpen(milestone) || milestone.pausedAt !== undefined) return state;
  return inTime(milestone, now) ? state : "broken";
};
