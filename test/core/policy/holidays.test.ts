import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createHolidays } from "#adapters/holidays.ts";
import { type HolidayRegion, holidayRegions } from "#core/policy/holiday-table.ts";
import { readDocument } from "./documents.ts";

const tables = createHolidays();
const years = Array.from({ length: 7 }, (_, nth) => 2024 + nth);

const daysOf = (region: HolidayRegion, year: number): string[] =>
  tables[region].days.map(({ date }) => date).filter((date) => date.startsWith(String(year)));

/** Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher, as milliseconds in UTC. */
const easterOf = (year: number): number => {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const moved = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moved + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
};

const dateAt = (time: number): string => new Date(time).toISOString().slice(0, 10);
const fromEaster = (year: number, days: number): string => dateAt(easterOf(year) + days * 86_400_000);
const isSunday = (date: string): boolean => new Date(date).getUTCDay() === 0;

test("each region that a policy may name has a table of its own, and no table is left over", () => {
  const files = readdirSync(new URL("../../../policies/holidays/", import.meta.url));
  expect(files.toSorted()).toEqual(holidayRegions.map((region) => `${region}.json`).toSorted());
  for (const region of holidayRegions) expect(tables[region].region).toBe(region);
});

test.each(holidayRegions)(
  "%s is in order, names no day twice, and fills the years that it claims",
  (region) => {
    const dates = tables[region].days.map(({ date }) => date);
    const { years: claimed } = readDocument(`holidays/${region}.json`) as { years: object };
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(claimed).toEqual({ from: years[0], to: years.at(-1) });
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(years.map(String)));
  },
);

test("the tables reach two years past the farthest session that can be booked today", () => {
  const farthest = new Date(Date.now() + 300 * 86_400_000).getUTCFullYear();
  for (const region of holidayRegions) {
    const last = tables[region].days.at(-1)?.date ?? "";
    expect(Number(last.slice(0, 4)), `extend policies/holidays/${region}.json`).toBeGreaterThanOrEqual(
      farthest + 2,
    );
  }
});

describe.each(years)("in %d", (year) => {
  test("the Netherlands close on their feasts, on 5 May every fifth year, and never on Good Friday", () => {
    const king = isSunday(`${year}-04-27`) ? `${year}-04-26` : `${year}-04-27`;
    const moving = [0, 1, 39, 49, 50].map((days) => fromEaster(year, days));
    const liberation = year % 5 === 0 ? [`${year}-05-05`] : [];
    const fixed = [`${year}-01-01`, king, `${year}-12-25`, `${year}-12-26`];
    expect(daysOf("NL", year)).toEqual([...fixed, ...moving, ...liberation].toSorted());
    expect(daysOf("NL", year)).not.toContain(fromEaster(year, -2));
  });

  test("Madrid closes on twelve days: its own, the national ones, and two before Easter", () => {
    const days = daysOf("ES-MD", year);
    expect(days).toHaveLength(12);
    const never = ["01-01", "01-06", "05-01", "05-02", "08-15", "12-25"].map((date) => `${year}-${date}`);
    expect(days).toEqual(expect.arrayContaining([...never, fromEaster(year, -3), fromEaster(year, -2)]));
  });
});

test("Madrid's moved days of the published years stand where they were moved to", () => {
  expect(daysOf("ES-MD", 2024)).toContain("2024-07-25");
  expect(daysOf("ES-MD", 2024)).not.toContain("2024-12-08");
  expect(daysOf("ES-MD", 2025)).toContain("2025-07-25");
  expect(daysOf("ES-MD", 2025)).not.toContain("2025-10-12");
  expect(daysOf("ES-MD", 2026)).toEqual(expect.arrayContaining(["2026-11-02", "2026-12-07", "2026-12-08"]));
});
