import type { MilestonePolicy } from "#core/policy/cases.ts";
import { duration, type Instant, plus } from "#core/time.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Further back than any deadline of working days reaches. */
const longestSearch = 800;

/**
 * When somebody is warned of a deadline: exactly so many hours before, or when the company opens on the working day that
 * lies so many before it. Never at night: a warning that nobody reads is none.
 */
export const warningMoment = (
  before: NonNullable<MilestonePolicy["warnBefore"]>,
  due: Instant,
  calendar: WorkCalendar,
): Instant => {
  if ("hours" in before) return plus(due, -duration(before.hours));
  let day = calendar.dayOf(due);
  const last = day - longestSearch;
  for (let left = before.workingDays; left > 0 && day > last; ) {
    day -= 1;
    if (calendar.closed(day) === undefined) left -= 1;
  }
  return calendar.openings(day)[0]?.start ?? due;
};
