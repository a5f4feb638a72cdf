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
