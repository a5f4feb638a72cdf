import type { Week } from "./week.ts";

/** Minutes of the day, from 0 to 1440. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/** The spans of each day of the week, as numbers; each is asked for by a date's weekday many times over. */
export const spansOf = (hours: Week): Spans => {
  const known = read.get(hours);
  if (known !== undefined) return known;
  const spans = new Map(Object.entries(hours).map(([weekday, texts]) => [weekday, texts.map(minutesOf)]));
  read.set(hours, spans);
  return spans;
};

type Spans = ReadonlyMap<string, readonly WallSpan[]>;

/** The hours of a policy never change once it was read. */
const read = new WeakMap<Week, Spans>();

const minutesOf = (text: string): WallSpan => ({
  from: minuteOfDay(text.slice(0, 5)),
  to: minuteOfDay(text.slice(6)),
});

const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
