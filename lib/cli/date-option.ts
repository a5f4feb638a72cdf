import { type CalendarDate, parseDate } from "#core/calendar.ts";
import { UsageMistake } from "./mistake.ts";

/** @throws UsageMistake for a date that does not exist. */
export const dateOption = (given: string | undefined): CalendarDate | undefined => {
  const date = given === undefined ? undefined : parseDate(given);
  if (given !== undefined && date === undefined)
    throw new UsageMistake(`--date is "${given}"; write a date that exists, such as 2026-12-09`);
  return date;
};
