import { createHolidays } from "#adapters/holidays.ts";
import { cells, dayKey } from "#core/appointment/cells.ts";
import { closedDays } from "#core/appointment/closed-days.ts";
import { openSlots } from "#core/appointment/slots.ts";
import { calendarDate, dateOf, dayNumber } from "#core/calendar.ts";
import { isRefusal } from "#core/errors.ts";
import type { AppointmentPolicy, Host } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { epoch, fromEpoch, hour, instant, minute } from "#core/time.ts";
import { deployed } from "../booking/requests.ts";
import { createChance } from "../measure.ts";

/** A year of one host: office hours with a lunch break, public holidays, a holiday of two weeks, and what is taken. */
export const zones = ["Europe/Amsterdam", "Europe/Madrid", "Europe/London", "America/New_York"] as const;

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const onWeekdays = (span: string) => Object.fromEntries(weekdays.map((day) => [day, [span]]));

export const sessionMinutes = 30;
export const [opens, closes, lunchFrom, lunchTo] = ["09:00", "17:00", "12:00", "12:30"];
export const daysOff = { from: "2027-07-12", to: "2027-07-25" };
export const firstDate = "2027-01-01";
export const afterLast = "2028-01-01";

const tables = createHolidays();
export const holidays: ReadonlySet<string> = new Set(
  tables.NL.days.map(({ date }) => date as string).filter((date) => date >= firstDate && date < afterLast),
);

/** Each date of the holiday of two weeks, for those who must be told of them one by one. */
export const datesOff: readonly string[] = Array.from({ length: 14 }, (_, nth) =>
  dateOf(dayNumber(calendarDate(daysOff.from)) + nth),
);

/** When the question is put: on the day before the year begins, and an hour ahead can be booked. */
const askedAt = instant("2026-12-31T12:00:00Z");
export const firstBookable = epoch(askedAt) + hour;

export interface Busy {
  readonly start: number;
  readonly end: number;
}

/** Each of one to six quarters, anywhere in the year, also over one another. */
export const busySpans = (count: number): Busy[] => {
  const chance = createChance(11);
  const from = Date.UTC(2027, 0, 1);
  return Array.from({ length: count }, () => {
    const start = from + Math.floor(chance() * 365 * 96) * 15 * minute;
    return { start, end: start + (1 + Math.floor(chance() * 6)) * 15 * minute };
  });
};

const { hosts: _hosts, sessionTypes, ...rules } = deployed.policy.appointments!;

const hostIn = (timeZone: string): Host => ({
  id: "anna",
  name: "Anna",
  email: "anna@kept.example",
  clause: "§3",
  timeZone,
  hours: onWeekdays(`${opens}-${closes}`),
  breaks: onWeekdays(`${lunchFrom}-${lunchTo}`),
  daysOff: [{ ...daysOff, reason: "away" }],
});

const policyIn = (timeZone: string): AppointmentPolicy => {
  const [{ bufferMinutes: _none, ...type }] = [sessionTypes[0]!];
  return {
    ...rules,
    booking: { ...rules.booking, stepMinutes: 30, horizonDays: 365, leadTime: "PT1H" },
    hosts: [hostIn(timeZone)],
    sessionTypes: [{ ...type, id: "talk", minutes: sessionMinutes, hosts: ["anna"] }],
  };
};

/** As they stand in the table. */
const itemsOf = (busy: readonly Busy[]): Item[] => {
  const items = new Map<string, Item>();
  for (const { start, end } of busy)
    for (const { day, cells: names } of cells(fromEpoch(start), fromEpoch(end))) {
      const taken = Object.fromEntries(names.map((name) => [name, "CODE"]));
      items.set(day, { ...dayKey("acme", "anna", day), ...items.get(day), ...taken });
    }
  return [...items.values()];
};

/** `from` and `to` are dates where the host is. */
export const ours = (timeZone: string, busy: readonly Busy[]): (() => string[]) => {
  const question = {
    pack: "acme",
    appointments: policyIn(timeZone),
    closed: closedDays({ region: "NL", clause: "§3" }, tables),
    sessionType: "talk",
    from: calendarDate(firstDate),
    to: calendarDate(afterLast),
    timeZone,
  };
  const occupied = itemsOf(busy);
  return () => {
    const slots = openSlots(
      question,
      askedAt,
      Map.groupBy(occupied, ({ pk }) => pk),
    );
    if (isRefusal(slots)) throw new Error(slots.detail);
    return slots.map(({ start }) => start);
  };
};
