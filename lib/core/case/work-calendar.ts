import { type DayNumber, weekdayOf, weekdays } from "#core/calendar.ts";
import { spansOf, type WallSpan } from "#core/policy/wall-span.ts";
import type { Week } from "#core/policy/week.ts";
import { epoch, fromEpoch, type Instant, instant } from "#core/time.ts";
import { type WallClock, wallClock } from "#core/wall-clock.ts";

/** Why a company does not work on a day: no hours on that weekday, or the name of what the day is. */
export type Closed = "weekday" | { readonly name: string };

/** A company's working time: its hours by the wall of its own zone, without the days on which it is closed. */
export interface WorkCalendar {
  readonly timeZone: string;
  /** The date on the company's wall. */
  dayOf(at: Instant): DayNumber;
  /** `undefined` on a working day. */
  closed(day: DayNumber): Closed | undefined;
  /** When the company closes on that working day. @throws RangeError on a day on which it does not work. */
  closing(day: DayNumber): Instant;
  /** The opening hours of that day, none on a closed one. */
  openings(day: DayNumber): readonly { readonly start: Instant; readonly end: Instant }[];
}

/** Deadlines lie within these years; outside of them no holiday is known and nothing is promised. */
const [firstMoment, lastMoment] = [
  epoch(instant("2020-01-01T00:00:00Z")),
  epoch(instant("2036-01-01T00:00:00Z")),
];

/** The zone is asked once for all years, because a calendar is asked for many deadlines. */
const clocks = new Map<string, WallClock>();
const clockOf = (timeZone: string): WallClock => {
  const clock = clocks.get(timeZone) ?? wallClock(timeZone, firstMoment, lastMoment);
  clocks.set(timeZone, clock);
  return clock;
};

/**
 * @param days closed for all, by date: public holidays of the region that counts and the company's own days.
 * @throws RangeError when `timeZone` is no IANA time zone.
 */
export const workCalendar = (
  timeZone: string,
  hours: Week,
  days: ReadonlyMap<DayNumber, string>,
): WorkCalendar => {
  const clock = clockOf(timeZone);
  const spans = spansOf(hours);
  const spansByWeekday = weekdays.map((weekday) => spans.get(weekday) ?? []);
  const usual = (day: DayNumber): readonly WallSpan[] =>
    spansByWeekday[weekdays.indexOf(weekdayOf(day))] ?? [];
  const spansOn = (day: DayNumber): readonly WallSpan[] => (days.has(day) ? [] : usual(day));
  const instantOf = (day: DayNumber, minute: number): Instant => fromEpoch(clock.epochOf(day, minute));
  return {
    timeZone,
    dayOf: (at) => clock.dayOf(epoch(at)),
    closed: (day) => {
      const name = days.get(day);
      if (name !== undefined) return { name };
      return usual(day).length === 0 ? "weekday" : undefined;
    },
    closing: (day) => {
      const last = spansOn(day).at(-1);
      if (last === undefined) throw new RangeError("a closed day has no closing time");
      return instantOf(day, last.to);
    },
    openings: (day) =>
      spansOn(day).map(({ from, to }) => ({ start: instantOf(day, from), end: instantOf(day, to) })),
  };
};
