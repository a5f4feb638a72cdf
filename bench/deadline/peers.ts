import { peer } from "../peers.ts";
import type { Answerer, Region } from "./questions.ts";

/*
 * Each peer as its own pages say to use it: an instant is taken to the company's wall, the working days are added, the end
 * of business is set, and the instant is written out.
 */

/** What is used of Day.js with its plugins. */
interface Day {
  tz(zone: string): Day;
  addBusinessDays(count: number): Day;
  format(form: string): string;
  toISOString(): string;
}
interface DayJs {
  (text: string): Day;
  extend(plugin: unknown): void;
  tz(text: string, zone: string): Day;
  setHolidays(days: readonly string[]): void;
}

export const dayjsBusinessTime = (): ((region: Region) => Answerer) | undefined => {
  const load = peer("dayjs-business-time");
  if (load === undefined) return undefined;
  const dayjs = load<DayJs>("dayjs");
  for (const plugin of ["dayjs/plugin/utc", "dayjs/plugin/timezone", "dayjs-business-time"])
    dayjs.extend(load(plugin));
  return ({ timeZone, holidays }) => {
    dayjs.setHolidays(holidays);
    return ({ received, workingDays }) => {
      const last = dayjs(dayjs(received).tz(timeZone).format("YYYY-MM-DD")).addBusinessDays(workingDays);
      return dayjs.tz(`${last.format("YYYY-MM-DD")} 17:00`, timeZone).toISOString();
    };
  };
};

/** What is used of Luxon with its plugin. */
interface Moment {
  plusBusiness(length: { days: number }): Moment;
  set(time: object): Moment;
  toUTC(): Moment;
  toISO(): string;
  toISODate(): string;
  setupBusiness(rules: { businessDays: number[]; holidayMatchers: ((at: Moment) => boolean)[] }): void;
}
interface Luxon {
  readonly DateTime: { fromISO(text: string, where: { zone: string }): Moment; local(): Moment };
}

export const luxonBusinessDays = (): ((region: Region) => Answerer) | undefined => {
  const load = peer("luxon-business-days");
  if (load === undefined) return undefined;
  const { DateTime } = load<Luxon>("luxon-business-days");
  return ({ timeZone, holidays }) => {
    const days = new Set(holidays);
    const rules = {
      businessDays: [1, 2, 3, 4, 5],
      holidayMatchers: [(at: Moment) => days.has(at.toISODate())],
    };
    return ({ received, workingDays }) => {
      const from = DateTime.fromISO(received, { zone: timeZone });
      from.setupBusiness(rules);
      const end = from
        .plusBusiness({ days: workingDays })
        .set({ hour: 17, minute: 0, second: 0, millisecond: 0 });
      return end.toUTC().toISO();
    };
  };
};

interface DateFns {
  addBusinessDays(from: Date, count: number): Date;
  set(date: Date, time: object): Date;
}
interface DateFnsZones {
  readonly TZDate: new (at: number, zone: string) => Date;
}

/** date-fns, with its own zones: it knows weekends, and leaves holidays to whoever uses it. */
export const dateFns = (): ((region: Region) => Answerer) | undefined => {
  const load = peer("date-fns");
  if (load === undefined) return undefined;
  const { addBusinessDays, set } = load<DateFns>("date-fns");
  const { TZDate } = load<DateFnsZones>("@date-fns/tz");
  return ({ timeZone }) =>
    ({ received, workingDays }) => {
      const last = addBusinessDays(new TZDate(Date.parse(received), timeZone), workingDays);
      const end = set(last, { hours: 17, minutes: 0, seconds: 0, milliseconds: 0 });
      return new Date(end.getTime()).toISOString();
    };
};
