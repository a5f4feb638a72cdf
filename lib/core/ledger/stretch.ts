import { type CalendarDate, calendarDate, dateOf, dayNumber } from "#core/calendar.ts";
import type { Refusal } from "#core/errors.ts";
import { day, fromEpoch, type Instant } from "#core/time.ts";
import { dateIn, wallClock } from "#core/wall-clock.ts";
import type { Stretch } from "./ledger.ts";

interface Days {
  readonly from?: CalendarDate | undefined;
  /** Excluded. */
  readonly to?: CalendarDate | undefined;
}

/** Ours: a year and its neighbours, so that one question touches few months of the index. */
const mostDays = 400;

/**
 * The days that somebody asked about, from midnight to midnight in that zone; of this month up to now, where none are named.
 * @throws RangeError when `timeZone` is no IANA time zone.
 */
export const askedStretch = (
  timeZone: string,
  { from, to }: Days,
  now: Instant,
): Stretch | Refusal<"span-empty" | "span-too-long"> => {
  const today = dateIn(timeZone, now);
  const last = dayNumber(to ?? dateOf(dayNumber(today) + 1));
  const first = dayNumber(from ?? calendarDate(`${dateOf(last - 1).slice(0, "2026-12".length)}-01`));
  if (last <= first) return { refused: "span-empty", detail: '"to" is excluded, so it comes after "from".' };
  if (last - first > mostDays)
    return {
      refused: "span-too-long",
      detail: `Ask for at most ${mostDays} days; these are ${last - first}.`,
    };
  const clock = wallClock(timeZone, first * day, last * day);
  return { from: fromEpoch(clock.epochOf(first, 0)), to: fromEpoch(clock.epochOf(last, 0)) };
};
