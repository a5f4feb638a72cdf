import { type HolidayTables, readHolidayTable } from "#core/policy/holiday-table.ts";
import madrid from "#policies/holidays/ES-MD.json" with { type: "json" };
import netherlands from "#policies/holidays/NL.json" with { type: "json" };

/**
 * The reviewed tables that this build carries.
 * @throws ZodError when a bundled table is wrong: the tests check them, so this is a fault.
 */
export const createHolidays = (): HolidayTables => ({
  NL: readHolidayTable(netherlands),
  "ES-MD": readHolidayTable(madrid),
});
