import type { Week } from "./week.ts";

/** Minutes of the day, from 0 to 1440. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/** The spans of each day of the week, as numbers; each is asked for by a date's weekday many times over. */
export const spansOf = (hours: Week): ReadonlyMap<string, readonly WallSpan[]> =>
  new Map(Object.entries(hours).map(([weekday, spans]) => [weekday, spans.map(minutesOf)]));

const minutesOf = (text: string): WallSpan => ({
  from: minuteOfDay(text.slice(0, 5)),
  to: minuteOfDay(text.slice(6)),
});

const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
