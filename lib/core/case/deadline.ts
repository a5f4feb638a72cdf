import type { DayNumber } from "#core/calendar.ts";
import { duration, type Instant, plus, until } from "#core/time.ts";
import type { ClosedDay, WorkCalendar } from "./work-calendar.ts";

/** How long something may take, as the policy says it. */
export type Span =
  /** The day it begins does not count; due when the company closes on the last of them. */
  | { readonly workingDays: number }
  /** Likewise, every day counting; one that ends on a closed day ends on the next working day. */
  | { readonly days: number }
  /** Exact time, `PT24H`, around the clock. */
  | { readonly hours: string }
  /** Time in which the company is open, `PT8H`. */
  | { readonly workingHours: string };

/** A deadline and what it was counted by, so that anybody can count again. */
export interface Deadline {
  readonly due: Instant;
  readonly from: Instant;
  readonly span: Span;
  /** The days that were stepped over, in order, with their reason. */
  readonly skipped: readonly ClosedDay[];
}

/** @throws RangeError when the calendar has no working day within a year, or the span is none. */
export const deadline = (span: Span, from: Instant, calendar: WorkCalendar): Deadline => {
  if ("workingDays" in span) return workingDays(span, from, calendar);
  if ("days" in span) return days(span, from, calendar);
  if ("hours" in span) return { due: plus(from, duration(span.hours)), from, span, skipped: [] };
  return workingHours(span, from, calendar);
};

/** A year without a working day is a mistake in the policy; it must not become an endless loop. */
const longestSearch = 366;

const workingDays = (span: { workingDays: number }, from: Instant, calendar: WorkCalendar): Deadline => {
  const skipped: ClosedDay[] = [];
  if (span.workingDays === 0) return { due: from, from, span, skipped };
  let day = calendar.dayOf(from);
  for (let counted = 0; counted < span.workingDays; counted += 1)
    day = nextWorkingDay(calendar, day + 1, skipped);
  return { due: calendar.closing(day), from, span, skipped };
};

/** The first working day from `day` on; what is stepped over is noted. */
const nextWorkingDay = (calendar: WorkCalendar, day: DayNumber, skipped: ClosedDay[]): DayNumber => {
  for (let candidate = day; candidate < day + longestSearch; candidate += 1) {
    const closed = calendar.closed(candidate);
    if (closed === undefined) return candidate;
    skipped.push(closed);
  }
  throw new RangeError("the company works on no day of a whole year");
};

const days = (span: { days: number }, from: Instant, calendar: WorkCalendar): Deadline => {
  const skipped: ClosedDay[] = [];
  const day = nextWorkingDay(calendar, calendar.dayOf(from) + span.days, skipped);
  return { due: calendar.closing(day), from, span, skipped };
};

const workingHours = (span: { workingHours: string }, from: Instant, calendar: WorkCalendar): Deadline => {
  const skipped: ClosedDay[] = [];
  let left = duration(span.workingHours);
  for (let day = calendar.dayOf(from); ; day = day + 1) {
    day = nextWorkingDay(calendar, day, skipped);
    for (const { start, end } of calendar.openings(day)) {
      const begin = start > from ? start : from;
      const open = Math.max(0, until(begin, end));
      if (open >= left && begin < end) return { due: plus(begin, left), from, span, skipped };
      left -= open;
    }
  }
};

/** That moment if the company is open then, its closing included; else when it opens next. */
export const whenOpen = (at: Instant, calendar: WorkCalendar): Instant => {
  const today = calendar.dayOf(at);
  for (let day = today; ; day += 1) {
    day = nextWorkingDay(calendar, day, []);
    const opening = calendar.openings(day).find(({ end }) => at <= end);
    if (opening !== undefined) return at < opening.start ? opening.start : at;
  }
};
