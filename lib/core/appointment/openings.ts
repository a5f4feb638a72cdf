import { type DayNumber, placeInWeek } from "#core/calendar.ts";
import type { Host } from "#core/policy/shape.ts";
import { spansOf, type WallSpan } from "#core/policy/wall-span.ts";
import type { WallClock } from "#core/wall-clock.ts";
import { type Quarter, quarter } from "./quarter.ts";

/** Time in which a host receives; `end` is the first quarter after it. */
interface Opening {
  readonly start: Quarter;
  readonly end: Quarter;
}

/**
 * A host's openings on the dates from `first` to `last`, both included, in the host's own zone, without those in `closed`.
 * Opening hours are wall time, so 09:00 stays 09:00 when the clocks change. Only the two ends of an opening are wall
 * times: between them time runs on, and one that spans a clock change is longer or shorter by it. Where an end does not
 * exist, or exists twice, see `WallClock.epochOf`; an opening of which nothing is left ends where it starts, or before,
 * and holds no session. A break divides an opening in two, and lasts as long as the wall shows it, twice if need be.
 */
export const openings = (
  host: Host,
  closed: ReadonlyMap<DayNumber, string>,
  clock: WallClock,
  first: DayNumber,
  last: DayNumber,
): Opening[] => {
  const [hours, breaks] = [spansOf(host.hours), spansOf(host.breaks ?? noBreaks)];
  const found: Opening[] = [];
  for (let date = first; date <= last; date += 1) {
    if (closed.has(date)) continue;
    const weekday = placeInWeek(date);
    const pauses = breaks[weekday] ?? [];
    for (const span of hours[weekday] ?? []) {
      const opening = openingOn(clock, date, span);
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

/** The quarters at which a session of that many quarters can begin: every `step` from the opening's start, and it fits. */
export const startsWithin = (opening: Opening, length: number, step: number): Quarter[] => {
  const starts: Quarter[] = [];
  for (let at = opening.start; at + length <= opening.end; at += step) starts.push(at);
  return starts;
};
