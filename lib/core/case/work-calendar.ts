import { type CalendarDate, type DayNumber, dateOf, placeInWeek } from "#core/calendar.ts";
import { spansOf, type WallSpan } from "#core/policy/wall-span.ts";
import type { Week } from "#core/policy/week.ts";
import { epoch, fromEpoch, type Instant, instant } from "#core/time.ts";
import { type WallClock, wallClock } from "#core/wall-clock.ts";

/** Why a company does not work on a day: no hours on that weekday, or the name of what the day is. */
export type Closed = "weekday" | { readonly name: string };

/** A day on which a company does not work. */
export interface ClosedDay {
  readonly date: CalendarDate;
  readonly closed: Closed;
}

/** A company's working time: its hours by the wall of its own zone, without the days on which it is closed. */
export interface WorkCalendar {
  readonly timeZone: string;
  /** The date on the company's wall. */
  dayOf(at: Instant): DayNumber;
  /** `undefined` on a working day. */
  closed(day: DayNumber): ClosedDay | undefined;
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

/** Days that are closed for all, with their names: public holidays of the region that counts, and the company's own. */
export interface NamedDays {
  get(day: DayNumber): string | undefined;
}

/** @throws RangeError when `timeZone` is no IANA time zone. */
export const workCalendar = (timeZone: string, hours: Week, days: NamedDays): WorkCalendar => {
  const clock = clockOf(timeZone);
  const spans = spansOf(hours);
  const usual = (day: DayNumber): readonly WallSpan[] => spans[placeInWeek(day)] ?? [];
  const closed = remembered((day) => {
    const name = days.get(day);
    if (name !== undefined) return { date: dateOf(day), closed: { name } };
    return usual(day).length === 0 ? { date: dateOf(day), closed: "weekday" } : undefined;
  });
  const spansOn = (day: DayNumber): readonly WallSpan[] => (closed(day) === undefined ? usual(day) : []);
  const instantOf = (day: DayNumber, minute: number): Instant => fromEpoch(clock.epochOf(day, minute));
  return {
    timeZone,
    dayOf: (at) => clock.dayOf(epoch(at)),
    closed,
    closing: (day) => {
      const last = spansOn(day).at(-1);
      if (last === undefined) throw new RangeError("a closed day has no closing time");
      return instantOf(day, last.to);
    },
    openings: (day) =>
      spansOn(day).map(({ from, to }) => ({ start: instantOf(day, from), end: instantOf(day, to) })),
  };
};

/** Each deadline asks for every day that it passes, so answers are kept, 32 days in a row: most calendars count within a few. */
const remembered = (
  closed: (day: DayNumber) => ClosedDay | undefined,
): ((day: DayNumber) => ClosedDay | undefined) => {
  const rows = new Map<number, (ClosedDay | "open" | undefined)[]>();
  let [at, row] = [Number.NaN, [] as (ClosedDay | "open" | undefined)[]];
  return (day) => {
    if (day >> 5 !== at) {
      at = day >> 5;
      row = rows.get(at) ?? [];
      rows.set(at, row);
    }
    const answer = row[day & 31] ?? closed(day) ?? "open";
    row[day & 31] = answer;
    return answer === "open" ? undefined : answer;
  };
};
