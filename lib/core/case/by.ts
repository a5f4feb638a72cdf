import { dayNumber, parseDate } from "#core/calendar.ts";
import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import type { By } from "./action.ts";
import { refuseAct } from "./decided.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Longer than any row of closed days. */
const longestClosed = 31;

/**
 * The moment that somebody promised: a day means closing time of that day, and of the last working day before it where
 * the company is closed, for nothing is done later than it was said.
 */
export const byInstant = (
  by: By,
  after: Instant,
  calendar: WorkCalendar,
): Instant | Refusal<"date-in-past"> => {
  const date = parseDate(by);
  const moment = date === undefined ? (by as Instant) : closingOn(dayNumber(date), calendar);
  if (moment === undefined || moment <= after)
    return refuseAct("date-in-past", "Name a date that lies ahead, and after the one that stands.");
  return moment;
};

const closingOn = (day: number, calendar: WorkCalendar): Instant | undefined => {
  for (let candidate = day; candidate > day - longestClosed; candidate -= 1)
    if (calendar.closed(candidate) === undefined) return calendar.closing(candidate);
  return undefined;
};
