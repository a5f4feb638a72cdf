import * as z from "zod";
import { weekdays } from "#core/calendar.ts";

/** `09:00-17:30`, local wall time of the host; `24:00` ends a day. */
const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):(00|15|30|45)-(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/, {
    error: "write hours in quarters, such as 09:00-17:30",
    abort: true,
  })
  .refine((text) => text.slice(0, 5) < text.slice(6), { error: "hours must end after they begin" });

/** Spans of wall time for the days of a week; a day that is left out has none. */
export const week = z.partialRecord(z.enum(weekdays), z.array(span));

export type Week = z.infer<typeof week>;

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
