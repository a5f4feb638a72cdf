import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { DateTime, Duration } from "luxon";
import { expect, test } from "vitest";
import { createHolidays } from "#adapters/holidays.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import { deadline, type Span } from "#core/case/deadline.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import { holidayRegions } from "#core/policy/holiday-regions.ts";
import { instant } from "#core/time.ts";
import { thePolicy } from "../policy/documents.ts";

/*
 * The same deadlines by another way: luxon walks from day to day, and reads the holidays from their files. From here to the
 * test nothing of ours is called, so that no mistake can be made twice.
 */

type Hours = Readonly<Record<number, readonly (readonly [string, string])[]>>;

interface Company {
  readonly zone: string;
  readonly hours: Hours;
  /** As `2026-12-25`. */
  readonly holidays: ReadonlySet<string>;
}

/** A date of the company's wall, as its midnight in UTC: there a step of a day is quick, and always 24 hours. */
const dateOf = (moment: DateTime): DateTime => moment.setZone("utc", { keepLocalTime: true }).startOf("day");

const tomorrow = (date: DateTime): DateTime => date.plus({ days: 1 });

const isWorkingDay = (date: DateTime, { hours, holidays }: Company): boolean =>
  (hours[date.weekday] ?? []).length > 0 && !holidays.has(date.toISODate() ?? "");

/** That time of that date on the company's wall; kept, because luxon takes its time over zones. */
const at = (date: DateTime, wall: string, { zone }: Company): DateTime => {
  const key = `${date.toMillis()} ${wall} ${zone}`;
  const moment = moments.get(key) ?? atWall(date, wall, zone);
  moments.set(key, moment);
  return moment;
};

const moments = new Map<string, DateTime>();

const atWall = ({ year, month, day }: DateTime, wall: string, zone: string): DateTime => {
  const [hour = 0, minute = 0] = wall.split(":").map(Number);
  return DateTime.fromObject({ year, month, day, hour, minute }, { zone });
};

const closing = (date: DateTime, company: Company): DateTime =>
  at(date, company.hours[date.weekday]?.at(-1)?.[1] ?? "", company);

const walkWorkingDays = (from: DateTime, count: number, company: Company): DateTime => {
  let date = dateOf(from);
  for (let left = count; left > 0; ) {
    date = tomorrow(date);
    if (isWorkingDay(date, company)) left -= 1;
  }
  return count === 0 ? from : closing(date, company);
};

const walkDays = (from: DateTime, count: number, company: Company): DateTime => {
  let date = dateOf(from).plus({ days: count });
  while (!isWorkingDay(date, company)) date = tomorrow(date);
  return closing(date, company);
};

/** Minute by minute would be too slow; each opening is taken whole, or left at the moment that uses the time up. */
const walkWorkingHours = (from: DateTime, iso: string, company: Company): DateTime => {
  let left = Duration.fromISO(iso).toMillis();
  for (let date = dateOf(from); ; date = tomorrow(date))
    for (const [opens, closes] of isWorkingDay(date, company) ? (company.hours[date.weekday] ?? []) : []) {
      const begin = DateTime.max(at(date, opens, company), from);
      const open = at(date, closes, company).toMillis() - begin.toMillis();
      if (open > 0 && open >= left) return begin.plus(left);
      left -= Math.max(0, open);
    }
};

const walk = (span: Span, from: DateTime, company: Company): DateTime => {
  if ("workingDays" in span) return walkWorkingDays(from, span.workingDays, company);
  if ("days" in span) return walkDays(from, span.days, company);
  if ("hours" in span) return from.plus(Duration.fromISO(span.hours).toMillis());
  return walkWorkingHours(from, span.workingHours, company);
};

const holidaysFromFile = (region: string): ReadonlySet<string> => {
  const text = readFileSync(new URL(`../../../policies/holidays/${region}.json`, import.meta.url), "utf8");
  return new Set((JSON.parse(text) as { days: { date: string }[] }).days.map(({ date }) => date));
};

// Here the walk ends.

const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Office hours, hours with lunch, every day of the week, and four days with an early Friday left out. */
const weeks: readonly Hours[] = [
  Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [["09:00", "17:00"]]])),
  Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [
      day,
      [
        ["08:30", "12:00"],
        ["13:00", "17:30"],
      ],
    ]),
  ),
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [["10:00", "20:00"]]])),
  { 1: [["06:00", "22:00"]], 2: [["09:00", "12:15"]], 4: [["12:00", "23:45"]], 6: [["09:00", "13:00"]] },
];
const zones = ["Europe/Amsterdam", "Europe/Madrid", "Atlantic/Canary", "Europe/London", "Europe/Berlin"];

const solar = thePolicy("solar.json");
const tables = createHolidays();
const files = new Map(holidayRegions.map((region) => [region, holidaysFromFile(region)]));

const both = (
  region: (typeof holidayRegions)[number],
  zone: string,
  hours: Hours,
): [WorkCalendar, Company] => {
  const week = Object.fromEntries(
    weekdayNames.map((name, at) => [name, (hours[at + 1] ?? []).map(([from, to]) => `${from}-${to}`)]),
  );
  const policy = { ...solar, timeZone: zone, cases: { ...solar.cases!, hours: week } };
  return [
    caseCalendar(policy, tables, region).calendar,
    { zone, hours, holidays: files.get(region) ?? new Set() },
  ];
};

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ days: fc.integer({ min: 0, max: 60 }) }),
  fc.integer({ min: 0, max: 400 }).map((hours) => ({ hours: `PT${hours}H` })),
  fc.integer({ min: 1, max: 3_000 }).map((minutes) => ({ workingHours: `PT${minutes}M` })),
);

const first = Date.UTC(2024, 0, 2);
const last = Date.UTC(2030, 7, 1);
/** Whole seconds, and moments close to a midnight, a change of the clocks, or an opening more often than chance has them. */
const received = fc.oneof(
  fc.integer({ min: first / 1_000, max: last / 1_000 }).map((seconds) => seconds * 1_000),
  fc
    .tuple(fc.integer({ min: first / 3_600_000, max: last / 3_600_000 }), fc.integer({ min: -1, max: 1 }))
    .map(([hours, seconds]) => hours * 3_600_000 + seconds * 1_000),
);

test("100 000 random deadlines are those of a walk from day to day", { timeout: 120_000 }, () => {
  const calendars = new Map<string, [WorkCalendar, Company]>();
  const which = fc.record({
    region: fc.constantFrom(...holidayRegions),
    zone: fc.constantFrom(...zones),
    week: fc.nat(weeks.length - 1),
  });
  let ours = 0;
  const cases = fc.sample(fc.tuple(which, span, received), { numRuns: 100_000, seed: 20_261_120 });
  for (const [{ region, zone, week }, length, from] of cases) {
    const key = `${region} ${zone} ${week}`;
    const [calendar, company] = calendars.get(key) ?? both(region, zone, weeks[week] ?? {});
    calendars.set(key, [calendar, company]);
    const iso = new Date(from).toISOString();
    const began = performance.now();
    const { due } = deadline(length, instant(iso), calendar);
    ours += performance.now() - began;
    const walked = walk(length, DateTime.fromMillis(from, { zone }), company).toUTC().toISO();
    if (due !== walked) expect({ due, key, length, iso }).toEqual({ due: walked, key, length, iso });
  }
  expect(cases).toHaveLength(100_000);
  // A tenth of what this machine does: enough to notice a mistake in kind, whatever else is running.
  expect(100_000 / (ours / 1_000)).toBeGreaterThan(10_000);
  if (process.env["KEPT_FIGURES"] !== undefined)
    process.stderr.write(`${Math.round(100_000 / (ours / 1_000))} deadlines a second\n`);
});
