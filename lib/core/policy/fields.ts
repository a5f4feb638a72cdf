import * as z from "zod";
import { parseDate } from "#core/calendar.ts";
import { parseDuration } from "#core/time.ts";
import { isTimeZone } from "#core/time-zone.ts";
import { holidayRegions } from "./holiday-regions.ts";
import { languages } from "./vocabulary.ts";

/** Where a rule comes from: the clause of the company's own text, and why, where the text leaves it open, we chose it. */
export const rule = {
  clause: z.string().min(1).describe("Clause of the published policy, such as §3"),
  ours: z.string().min(1).optional().describe("Why this figure is ours, where the text gives none"),
};

export const exact = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, {
    error: "write a duration in hours, minutes or seconds, such as PT48H or PT30M (days are not exact)",
    // The reminders are compared with one another afterwards, which only real durations can be.
    abort: true,
  })
  .describe("ISO 8601 duration in hours, minutes and seconds");

export const zone = z
  .string()
  .refine((name) => isPlace(name), { error: "write an IANA time zone, such as Europe/Amsterdam" })
  .describe("IANA time zone");

/** Written out in a document: abbreviations such as CET name no place whose clocks one can look up. */
const isPlace = (name: string): boolean => (name.includes("/") || name === "UTC") && isTimeZone(name);

export const id = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, "write lower-case letters, digits and hyphens");
export const language = z.enum(languages);
export const inEachLanguage = z.strictObject({
  nl: z.string(),
  es: z.string(),
  de: z.string(),
  en: z.string(),
});
export const mailbox = z.email("write an e-mail address");

/** A day of the calendar: which moments it covers depends on the zone of whoever it is about. */
export const date = z.string().refine((text) => parseDate(text) !== undefined, {
  error: "write a date that exists, such as 2026-12-24",
  abort: true,
});

export const holidayRegion = z
  .enum(holidayRegions)
  .describe("ISO 3166-2 region with a table in policies/holidays");
