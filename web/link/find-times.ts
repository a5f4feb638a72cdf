import { type FreeDay, freeDays, type Moved, nearest } from "./free-times.ts";
import type { Slot } from "./link.ts";
import { daysAfter, type Moments } from "./moment.ts";

export type Found = { readonly days: readonly FreeDay[]; readonly nearest: boolean } | "away";

/** What could be had instead from `from` until `to`, dates in the reader's zone, `to` excluded. */
export type AskSlots = (
  from: string,
  to: string,
) => Promise<{ readonly found: readonly Slot[] } | { readonly failed: string }>;

/** What is asked for at once; what of it is shown at once, for a list of hundreds of times helps nobody. */
const spanDays = 14;
const shownDays = 3;

/** The longest span that the API answers. */
const longestSpanDays = 62;

const shownNearest = 12;

/** The free times from a date on, `2026-12-01` in the reader's zone; where there are none, the nearest to it. */
export const timesFrom = async (
  ask: AskSlots,
  moved: Moved,
  from: string,
  moments: Moments,
): Promise<Found> => {
  const answer = await ask(from, daysAfter(from, spanDays));
  if ("failed" in answer) return "away";
  const days = freeDays(answer.found, moved, moments).slice(0, shownDays);
  if (days.length > 0) return { days, nearest: false };
  return timesAround(ask, moved, `${from}T12:00:00Z`, moments, longestSpanDays / 2);
};

/** The free times nearest to an instant, at most some days away: what to offer for one that went. */
export const timesAround = async (
  ask: AskSlots,
  moved: Moved,
  wanted: string,
  moments: Moments,
  days = spanDays / 2,
): Promise<Found> => {
  const day = moments.day(wanted);
  const answer = await ask(daysAfter(day, -days), daysAfter(day, days));
  if ("failed" in answer) return "away";
  const close = nearest(answer.found, wanted, shownNearest);
  return { days: freeDays(close, moved, moments), nearest: true };
};
