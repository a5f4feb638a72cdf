import { onceFor } from "#core/cache.ts";
import { calendarDate, dayNumber } from "#core/calendar.ts";
import { type HolidayRegion, holidayRegions } from "#core/policy/holiday-regions.ts";
import type { HolidayTable, HolidayTables } from "#core/policy/holiday-table.ts";
import type { CompanyDays, Policy } from "#core/policy/shape.ts";
import { type NamedDays, type WorkCalendar, workCalendar } from "./work-calendar.ts";

/** The company's working time as a customer of one region has it. */
export interface CaseCalendar {
  readonly calendar: WorkCalendar;
  /** The table of holidays and its version, `NL 2026-1`, to be kept with what is counted by it; `none` without a table. */
  readonly holidays: string;
}

/**
 * The company's hours in its own zone, without the public holidays of the customer's region and the days that the company
 * adds, and with those on which it works all the same. Dates that were counted by an older table or policy are stored with
 * their cases: none of them moves.
 *
 * @param region ISO 3166-2; without a table of its own it has its country's, and else the company's.
 * @throws RangeError when the policy has no cases: nothing is counted for a company without.
 */
export const caseCalendar = (
  policy: Pick<Policy, "timeZone" | "holidays" | "cases">,
  tables: HolidayTables,
  region: string | undefined,
): CaseCalendar => {
  if (policy.cases === undefined) throw new RangeError("the policy has no cases");
  const table = tableFor(policy.holidays, tables, region);
  return {
    calendar: workCalendar(policy.timeZone, policy.cases.hours, closedDays(policy.holidays, table)),
    holidays: table === undefined ? "none" : `${table.region} ${table.version}`,
  };
};

const tableFor = (
  company: CompanyDays | undefined,
  tables: HolidayTables,
  region: string | undefined,
): HolidayTable | undefined => {
  const known = (region === undefined ? undefined : holidayRegion(region)) ?? company?.region;
  return known === undefined ? undefined : tables[known];
};

/** The region whose table counts for a customer of that one; `undefined` where its country has none. */
export const holidayRegion = (region: string): HolidayRegion | undefined => {
  const [country = ""] = region.split("-", 1);
  return [region, country, countriesInParts[country]].flatMap((name) =>
    holidayRegions.filter((each) => each === name),
  )[0];
};

/** Countries without days of their own: whoever does not say which part has those of the largest. */
const countriesInParts: Readonly<Record<string, HolidayRegion>> = { GB: "GB-ENG" };

const closedDays = (company: CompanyDays | undefined, table: HolidayTable | undefined): NamedDays => {
  const open = new Set((company?.open ?? []).map(({ date }) => dayNumber(calendarDate(date))));
  const added = new Map(
    (company?.closed ?? []).map(({ date, reason }) => [dayNumber(calendarDate(date)), reason]),
  );
  const holidays = table && holidaysOf(table);
  return { get: (day) => added.get(day) ?? (open.has(day) ? undefined : holidays?.get(day)) };
};

/** Tables last as long as the process. */
const holidaysOf = onceFor(
  ({ days }: HolidayTable): NamedDays => new Map(days.map(({ date, name }) => [dayNumber(date), name])),
);
