import { createCache, onceFor } from "#core/cache.ts";
import { calendarDate, type DayNumber, dayNumber } from "#core/calendar.ts";
import type { HolidayTables } from "#core/policy/holiday-table.ts";
import type { CompanyDays, Host } from "#core/policy/shape.ts";

/** For a host, the dates of their own zone on which they receive nobody, each with its reason. */
export type ClosedDays = (host: Host) => ReadonlyMap<DayNumber, string>;

/**
 * Public holidays of the host's region, or else the company's, without those on which the company works; then the days
 * that it adds; then the host's own days off, on which an open company changes nothing.
 */
export const closedDays = (company: CompanyDays | undefined, tables: HolidayTables): ClosedDays =>
  remembered(tables)(company, () => onceFor((host: Host) => daysOfHost(host, company, tables)));

/** Reading all the days of all years takes longer than whatever they are asked for, and none of the three ever changes. */
const remembered = onceFor((_tables: HolidayTables) => createCache<ClosedDays, CompanyDays | undefined>(500));

const daysOfHost = (
  host: Host,
  company: CompanyDays | undefined,
  tables: HolidayTables,
): ReturnType<ClosedDays> => {
  const open = new Set(listed(company?.open).map(([day]) => day));
  const region = host.holidays ?? company?.region;
  const holidays = region === undefined ? [] : tables[region].days;
  return new Map([
    ...holidays.map(({ date, name }) => [dayNumber(date), name] as const).filter(([day]) => !open.has(day)),
    ...listed(company?.closed),
    ...(host.daysOff ?? []).flatMap(daysOf),
  ]);
};

type DayOff = NonNullable<Host["daysOff"]>[number];

const listed = (days: CompanyDays["closed"] = []) => days.flatMap(daysOf);

const daysOf = (off: DayOff): (readonly [DayNumber, string])[] => {
  const [from, to] = "date" in off ? [off.date, off.date] : [off.from, off.to];
  const first = dayNumber(calendarDate(from));
  const count = dayNumber(calendarDate(to)) - first + 1;
  return Array.from({ length: count }, (_, nth) => [first + nth, off.reason] as const);
};
