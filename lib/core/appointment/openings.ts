import { type DayNumber, weekdayOf } from "#core/calendar.ts";
import type { Host } from "#core/policy/shape.ts";
import type { WallClock } from "#core/wall-clock.ts";
import { type Quarter, quarter } from "./quarter.ts";

/** Time in which a host receives; `end` is the first quarter after it. */
interface Opening {
  readonly start: Quarter;
  readonly end: Quarter;
}

/**
 * A host's openings on the dates from `first` to `last`, both included, in the host's own zone. Opening hours are wall
 * time, so 09:00 stays 09:00 when the clocks change. Only the two ends of an opening are wall times: between them time
 * runs on, and one that spans a clock change is longer or shorter by it. Where an end does not exist, or exists twice,
 * see `WallClock.epochOf`; an opening of which nothing is left ends where it starts, or before, and holds no session.
 */
export const openings = (host: Host, clock: WallClock, first: DayNumber, last: DayNumber): Opening[] => {
  const week = weekOf(host);
  const found: Opening[] = [];
  for (let date = first; date <= last; date += 1) {
    for (const [from, to] of week.get(weekdayOf(date)) ?? []) {
      found.push(between(clock.epochOf(date, from), clock.epochOf(date, to)));
    }
  }
  return found;
};

/** Inwards to whole quarters, for a zone whose offset is none. */
const between = (start: number, end: number): Opening => ({
  start: Math.ceil(start / quarter),
  end: Math.floor(end / quarter),
});

const weekOf = (host: Host): Map<string, (readonly [number, number])[]> =>
  new Map(Object.entries(host.hours).map(([weekday, spans]) => [weekday, spans.map(minutesOf)]));

/** `09:00-17:30` as minutes of the day. */
const minutesOf = (span: string): readonly [number, number] => [
  minuteOfDay(span.slice(0, 5)),
  minuteOfDay(span.slice(6)),
];

const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The quarters at which a session of that many quarters can begin: every `step` from the opening's start, and it fits. */
export const startsWithin = (opening: Opening, length: number, step: number): Quarter[] => {
  const count = Math.floor((opening.end - opening.start - length) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, nth) => opening.start + nth * step);
};
