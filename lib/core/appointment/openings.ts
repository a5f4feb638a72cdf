import { type DayNumber, placeInWeek } from "#core/calendar.ts";
import type { Host } from "#core/policy/shape.ts";
import { spansOf, type WallSpan } from "#core/policy/wall-span.ts";
import type { Milliseconds } from "#core/time.ts";
import { type WallClock, wallClock } from "#core/wall-clock.ts";
import { type Quarter, quarter } from "./quarter.ts";

/** Time in which a host receives; `end` is the first quarter after it. */
interface Opening {
  readonly start: Quarter;
  readonly end: Quarter;
}

/** What is asked of hosts of one zone: starts from `first` on, `after` excluded. */
export interface Stretch {
  readonly first: Quarter;
  readonly after: Quarter;
  readonly clock: WallClock;
  /** The dates whose openings may hold such starts, both included, in the zone of the hosts. */
  readonly dates: readonly [first: DayNumber, last: DayNumber];
}

/** @param from epoch milliseconds, and so is `to`, which is excluded. */
export const stretch = (timeZone: string, from: Milliseconds, to: Milliseconds): Stretch => {
  const clock = wallClock(timeZone, from, to);
  return {
    clock,
    first: Math.ceil(from / quarter),
    after: Math.ceil(to / quarter),
    dates: [clock.dayOf(from) - 1, clock.dayOf(to)],
  };
};

/**
 * A host's openings in which something can start, without those on the dates in `closed`.
 * Opening hours are wall time, so 09:00 stays 09:00 when the clocks change. Only the two ends of an opening are wall
 * times: between them time runs on, and one that spans a clock change is longer or shorter by it. Where an end does not
 * exist, or exists twice, see `WallClock.epochOf`; an opening of which nothing is left ends where it starts, or before,
 * and holds no session. A break divides an opening in two, and lasts as long as the wall shows it, twice if need be.
 */
export const openings = (
  host: Host,
  closed: ReadonlyMap<DayNumber, string>,
  { clock, dates, first, after }: Stretch,
): Opening[] => {
  const [hours, breaks] = [spansOf(host.hours), spansOf(host.breaks ?? noBreaks)];
  const found: Opening[] = [];
  for (let date = dates[0]; date <= dates[1]; date += 1) {
    if (closed.has(date)) continue;
    const weekday = placeInWeek(date);
    const pauses = breaks[weekday] ?? [];
    for (const span of hours[weekday] ?? []) {
      const opening = openingOn(clock, date, span);
      if (opening.end <= first || opening.start >= after) continue;
      if (pauses.length === 0) found.push(opening);
      else found.push(...without(pauses.map(pauseOn(clock, date)), opening));
    }
  }
  return found;
};

const noBreaks = {};

/** Inwards to whole quarters, for a zone whose offset is none. */
const openingOn = (clock: WallClock, date: DayNumber, { from, to }: WallSpan): Opening => ({
  start: Math.ceil(clock.epochOf(date, from) / quarter),
  end: Math.floor(clock.epochOf(date, to) / quarter),
});

/** Outwards: a session may not touch a break. */
const pauseOn =
  (clock: WallClock, date: DayNumber) =>
  ({ from, to }: WallSpan): Opening => {
    const { start, end } = clock.coverOf(date, from, to);
    return { start: Math.floor(start / quarter), end: Math.ceil(end / quarter) };
  };

const without = (pauses: readonly Opening[], opening: Opening): readonly Opening[] =>
  pauses.reduce<readonly Opening[]>((parts, pause) => parts.flatMap((part) => split(part, pause)), [opening]);

const split = (opening: Opening, pause: Opening): Opening[] =>
  pause.end <= pause.start || pause.end <= opening.start || pause.start >= opening.end
    ? [opening]
    : [
        { start: opening.start, end: pause.start },
        { start: pause.end, end: opening.end },
      ];

/** Whether a session of that many quarters can begin then: it fits, and begins some steps after the opening does. */
export const beginsWithin = (opening: Opening, length: number, step: number, at: number): boolean =>
  at >= opening.start && at + length <= opening.end && (at - opening.start) % step === 0;
