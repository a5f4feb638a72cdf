import { type CalendarDate, type DayNumber, dayNumber, weekdayOf } from "../../calendar.ts";
import { day, epoch, fromEpoch, type Instant } from "../../time.ts";
import { wallClock } from "../../wall-clock.ts";
import type { Policy } from "../shape.ts";
import type { ExampleDates } from "./example.ts";

/** The example was booked a week ahead, so that every promise has its moment still to come. */
const bookedDaysAhead = 7;

/** The session at 14:00 and its booking at 10:00, both wall times in the company's zone; without a date, next Wednesday. */
export const exampleDates = (
  { timeZone }: Pick<Policy, "timeZone">,
  now: Instant,
  date?: CalendarDate,
): ExampleDates => {
  const from = date === undefined ? epoch(now) : dayNumber(date) * day;
  const clock = wallClock(timeZone, from - 9 * day, from + 9 * day);
  const on = date === undefined ? nextWednesday(clock.dayOf(from)) : dayNumber(date);
  return {
    bookedAt: fromEpoch(clock.epochOf(on - bookedDaysAhead, 10 * 60)),
    start: fromEpoch(clock.epochOf(on, 14 * 60)),
  };
};

/** 10:00 on that date, in the company's zone. */
export const morningOf = ({ timeZone }: Pick<Policy, "timeZone">, date: CalendarDate): Instant => {
  const on = dayNumber(date);
  const clock = wallClock(timeZone, (on - 2) * day, (on + 2) * day);
  return fromEpoch(clock.epochOf(on, 10 * 60));
};

/** Never today: the example lies ahead. */
const nextWednesday = (today: DayNumber): DayNumber => {
  const next = today + 1;
  return weekdayOf(next) === "wednesday" ? next : nextWednesday(next);
};
