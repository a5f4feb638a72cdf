import { reviewedHolidays } from "#adapters/reviewed.ts";
import { type HolidayRegion, holidayRegions } from "#core/policy/holiday-regions.ts";
import type { HolidayTable, HolidayTables } from "#core/policy/holiday-table.ts";

/** Read when it is first asked for: a cold start must not wait for regions that nobody asks about. */
const read = new Map<HolidayRegion, HolidayTable>();
const tableOf = (region: HolidayRegion): HolidayTable => {
  const table = read.get(region) ?? reviewedHolidays(region);
  read.set(region, table);
  return table;
};

/**
 * The reviewed tables that this build carries.
 * @throws ZodError, once a table is asked for that is wrong: the tests check them, so this is a fault.
 */
export const createHolidays = (): HolidayTables =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      holidayRegions.map((region) => [region, { enumerable: true, get: () => tableOf(region) }]),
    ),
  ) as HolidayTables;
