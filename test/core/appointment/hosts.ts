import { createHolidays } from "#adapters/holidays.ts";
import type { HostItems } from "#core/appointment/cells.ts";
import { closedDays } from "#core/appointment/closed-days.ts";
import type { SlotQuery } from "#core/appointment/slot-query.ts";
import { openSlots, type Slot } from "#core/appointment/slots.ts";
import { calendarDate } from "#core/calendar.ts";
import { isRefusal } from "#core/errors.ts";
import type { HolidayTables } from "#core/policy/holiday-table.ts";
import type { AppointmentPolicy, CompanyDays, Host } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { type Instant, instant } from "#core/time.ts";

/** A host in Amsterdam who receives from nine to five on every day of the week, unless told otherwise. */
export const aHost = (changes: Partial<Host> = {}): Host => ({
  id: "anna",
  name: "Anna",
  email: "anna@kept.example",
  timeZone: "Europe/Amsterdam",
  hours: everyDay("09:00-17:00"),
  clause: "§3",
  ...changes,
});

export const everyDay = (...spans: string[]): Host["hours"] => ({
  monday: spans,
  tuesday: spans,
  wednesday: spans,
  thursday: spans,
  friday: spans,
  saturday: spans,
  sunday: spans,
});

interface Rules {
  hosts?: Host[];
  minutes?: number;
  booking?: Partial<AppointmentPolicy["booking"]>;
}

/** One session type, `talk`, of an hour on the half hours, given by all hosts; two hours' lead, ten days' horizon. */
export const aPolicy = ({
  hosts = [aHost()],
  minutes = 60,
  booking = {},
}: Rules = {}): AppointmentPolicy => ({
  confirmation: { within: "PT5M", clause: "§3" },
  reminders: [],
  notice: { atLeast: "PT24H", clause: "§3" },
  booking: { leadTime: "PT2H", horizonDays: 10, stepMinutes: 30, clause: "§3", ...booking },
  hosts,
  sessionTypes: [
    {
      id: "talk",
      name: { nl: "Gesprek", es: "Charla", de: "Gespräch", en: "Talk" },
      minutes,
      hosts: hosts.map((host) => host.id),
      clause: "§3",
    },
  ],
});

/** Holidays of these tests alone: Tuesday 1 December 2026 in the Netherlands, Wednesday in Madrid. */
const tables: HolidayTables = {
  ...createHolidays(),
  NL: holidays("NL", "2026-12-01"),
  "ES-MD": holidays("ES-MD", "2026-12-02"),
};

function holidays<Region extends "NL" | "ES-MD">(region: Region, ...dates: string[]) {
  const days = dates.map((date) => ({ date: calendarDate(date), name: "Feast" }));
  return { region, version: "1", days };
}

export const daysClosed = (company?: Omit<CompanyDays, "clause">) =>
  closedDays(company && { ...company, clause: "§3" }, tables);

export const aQuery = (
  appointments: AppointmentPolicy,
  from: string,
  to: string,
  timeZone = "Europe/Amsterdam",
): SlotQuery => ({
  pack: "acme",
  appointments,
  closed: daysClosed(),
  sessionType: "talk",
  from: calendarDate(from),
  to: calendarDate(to),
  timeZone,
});

/** As they are read. */
export const byHost = (items: readonly Item[]): HostItems => Map.groupBy(items, ({ pk }) => pk);

/** The slots, or a failed test when the question itself was refused. */
export const slotsOf = (query: SlotQuery, now: string, occupied: readonly Item[] = []): Slot[] => {
  const slots = openSlots(query, instant(now), byHost(occupied));
  if (isRefusal(slots)) throw new Error(slots.refused);
  return slots;
};

export const startsOf = (query: SlotQuery, now: string, occupied: readonly Item[] = []): Instant[] =>
  slotsOf(query, now, occupied).map((slot) => slot.start);

/** `2026-12-01 10:00` as the wall of that zone shows the instant, by the platform's own calendar. */
export const onTheWall = (timeZone: string, at: string | number): string => {
  const parts = wallFormat(timeZone).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
};

const formats = new Map<string, Intl.DateTimeFormat>();

const wallFormat = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  formats.set(timeZone, format);
  return format;
};
