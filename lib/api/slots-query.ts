// In zod's small form: free times are what a cold start is asked for first, and waits for nothing that it does not need.
import * as z from "zod/mini";
import { parseDate } from "#core/calendar.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { isTimeZone } from "#core/time-zone.ts";

const date = z
  .pipe(
    z.string(),
    z.transform((text: string, { issues }) => {
      const parsed = parseDate(text);
      if (parsed !== undefined) return parsed;
      issues.push({ code: "custom", message: "write a date that exists, such as 2026-12-01", input: text });
      return z.NEVER;
    }),
  )
  .check(z.meta({ type: "string", format: "date" }));

const timeZone = z
  .string()
  .check(
    z.maxLength(64),
    z.refine(isTimeZone, "write an IANA time zone, such as Europe/Amsterdam"),
    z.describe("IANA time zone"),
  );

export const slotsQuery = z.strictObject({
  sessionType: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/, "write an id such as quick-assist")),
  from: date,
  to: date,
  timeZone,
  language: z.optional(z.enum(languages)).check(z.describe("Only with hosts who speak it")),
});

/** Of one appointment that is to be moved: its kind of session and the languages are its own. */
export const movingQuery = z.pick(slotsQuery, { from: true, to: true, timeZone: true });
