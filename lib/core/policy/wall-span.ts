import { onceFor } from "#core/cache.ts";
import { weekdays } from "#core/calendar.ts";
import type { Week } from "./week.ts";

/** Minutes of the day, from 0 to 1440. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The spans of each day from Monday to Sunday, as numbers; `placeInWeek` says which are a date's. The hours of a policy never
 * change once it was read.
 */
export const spansOf = onceFor((hours: Week): readonly (readonly WallSpan[])[] =>
  weekdays.map((weekday) => (hours[weekday] ?? []).map(minutesOf)),
);

const minutesOf = (text: string): WallSpan => ({
  from: minuteOfDay(text.slice(0, 5)),
  to: minuteOfDay(text.slice(6)),
});

const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
