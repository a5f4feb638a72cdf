import * as z from "zod";
import { type CalendarDate, parseDate } from "#core/calendar.ts";
import { type HolidayRegion, holidayRegions } from "./holiday-regions.ts";

const day = z.string().transform((text, context) => {
  const date = parseDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: "custom", message: "write a date that exists, such as 2026-12-25" });
  return z.NEVER;
});

const tableShape = z.strictObject({
  region: z.enum(holidayRegions),
  version: z.string().min(1),
  /** Years of which the table knows every day: none that it leaves out is a holiday. */
  years: z.strictObject({ from: z.int(), to: z.int() }),
  /** The first year that the region had not published when the table was reviewed, if any. */
  expectedFrom: z.int().optional(),
  source: z.string().min(1),
  attribution: z.string().min(1),
  days: z.array(z.strictObject({ date: day, name: z.string().min(1) })),
});

/** The public holidays of a region, as days of its calendar, with their names in its own language. */
export interface HolidayTable {
  readonly region: HolidayRegion;
  readonly version: string;
  readonly days: readonly { readonly date: CalendarDate; readonly name: string }[];
}

/** One table for each region that a policy may name. */
export type HolidayTables = Readonly<Record<HolidayRegion, HolidayTable>>;

/** @throws ZodError when the document is no table: they are bundled and reviewed, so that is a fault. */
export const readHolidayTable = (document: unknown): HolidayTable => tableShape.parse(document);
