import * as z from "zod";
import { outcomes } from "#core/appointment/attendance.ts";
import { date, timeZone, version } from "./schemas.ts";

/* How a session went, and what a customer says of it. */

export const outcomeBody = z.strictObject({
  version: version.optional(),
  outcome: z.enum(outcomes),
  note: z.string().trim().min(1).max(1_000).optional().describe("For staff only"),
});

export const silenceBody = z.strictObject({ version: version.optional() });

export const nothingBody = z.strictObject({});

export const feedbackBody = z.strictObject({
  version,
  rating: z.int().min(1).max(5).describe("From 1, poor, to 5, very good"),
  comment: z.string().trim().min(1).max(4_000).optional(),
});

export const agendaQuery = z.strictObject({
  date: date.optional().describe("Today, where none is asked for"),
  timeZone: timeZone
    .optional()
    .describe("IANA time zone of the date; the company's, where none is asked for"),
});
