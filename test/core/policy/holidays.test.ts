import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createHolidays } from "#adapters/holidays.ts";
import { type HolidayRegion, holidayRegions } from "#core/policy/holiday-regions.ts";
import { madeRegions, makeTable } from "#holidays/make-table.ts";
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

describe("a table that is made by machine", () => {
  test.each(madeRegions())("%s is what npm run holidays makes", (region) => {
    const years = { from: 2024, to: 2030 };
    expect(readDocument(`holidays/${region}.json`)).toEqual(makeTable(region, years));
  });
});

describe.each(years)("in %d", (year) => {
  const easter = (days: number) => fromEaster(year, days);
  const on = (day: string) => `${year}-${day}`;
  const german = holidayRegions.filter((region) => region.startsWith("DE"));
  const spanish = holidayRegions.filter((region) => region.startsWith("ES"));

  test("all of Germany closes on nine days, and its states on more", () => {
    const shared = ["01-01", "05-01", "10-03", "12-25", "12-26"].map(on);
    const all = [...shared, ...[-2, 1, 39, 50].map(easter)];
    expect(daysOf("DE", year)).toEqual(all.toSorted());
    for (const region of german) expect(daysOf(region, year)).toEqual(expect.arrayContaining(all));
  });

  test.each([
    ["Fronleichnam", () => easter(60), "BW BY HE NW RP SL"],
    ["Heilige Drei Könige", () => on("01-06"), "BW BY ST"],
    ["Allerheiligen", () => on("11-01"), "BW BY NW RP SL"],
    ["Reformationstag", () => on("10-31"), "BB HB HH MV NI SH SN ST TH"],
    ["Frauentag", () => on("03-08"), "BE MV"],
    ["Weltkindertag", () => on("09-20"), "TH"],
    ["Mariä Himmelfahrt", () => on("08-15"), "SL"],
    ["Augsburg's peace feast", () => on("08-08"), ""],
  ])("%s is a holiday in its states alone", (_, date, states) => {
    const having = german.filter((region) => daysOf(region, year).includes(date()));
    expect(having.join(" ")).toBe(
      states
        .split(" ")
        .filter((state) => state !== "")
        .map((state) => `DE-${state}`)
        .join(" "),
    );
  });

  test("Saxony closes on the Wednesday before the last Sunday but one of the year of the church", () => {
    const days = daysOf("DE-SN", year).filter((date) => date.startsWith(on("11")));
    expect(days).toHaveLength(1);
    expect(new Date(days[0] ?? "").getUTCDay()).toBe(3);
    expect(days[0]! >= on("11-16") && days[0]! <= on("11-22")).toBe(true);
  });

  test("every part of Spain closes on the national days that no region may move, unless they are a Sunday", () => {
    const fixed = ["01-01", "05-01", "08-15", "10-12", "11-01", "12-06", "12-25"].map(on);
    const expected = [...fixed.filter((date) => !isSunday(date)), easter(-2)];
    for (const region of spanish)
      expect(daysOf(region, year), region).toEqual(expect.arrayContaining(expected));
  });

  test("Maundy Thursday is a working day in Catalonia and Valencia, and Easter Monday a holiday there", () => {
    for (const region of ["ES-CT", "ES-VC"] as const) {
      expect(daysOf(region, year)).toContain(easter(1));
      expect(daysOf(region, year)).not.toContain(easter(-3));
    }
    expect(daysOf("ES-AN", year)).toContain(easter(-3));
  });

  test("regions of Spain close on their own days, or on the Monday after", () => {
    const own = {
      "ES-VC": "10-09",
      "ES-CT": "09-11",
      "ES-NC": "12-03",
      "ES-AN": "02-28",
      "ES-GA": "07-25",
    } as const;
    for (const [region, day] of Object.entries(own))
      if (!isSunday(on(day))) expect(daysOf(region as keyof typeof own, year), region).toContain(on(day));
  });

  test("Britain's feasts at a weekend have a substitute, each part has its own days, and Scotland no Easter Monday", () => {
    for (const region of ["ENG", "WLS", "NIR"] as const)
      expect(daysOf(`GB-${region}`, year)).toEqual(expect.arrayContaining([-2, 1].map(easter)));
    expect(daysOf("GB-SCT", year)).not.toContain(easter(1));
    expect(daysOf("GB-SCT", year)).toContain(on("11-30"));
    expect(daysOf("GB-NIR", year)).toContain(on("03-17"));
    const working = daysOf("GB-ENG", year).filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
    expect(working).toHaveLength(8);
  });

  test.each([
    ["BE", ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"], [1, 39, 50]],
    ["FR", ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"], [1, 39, 50]],
    [
      "AT",
      ["01-01", "01-06", "05-01", "08-15", "10-26", "11-01", "12-08", "12-25", "12-26"],
      [1, 39, 50, 60],
    ],
    ["DK", ["01-01", "12-25", "12-26"], [-3, -2, 0, 1, 39, 49, 50]],
  ] as const)("%s closes on its feasts and on no other day", (region, fixed, moving) => {
    expect(daysOf(region, year)).toEqual([...new Set([...fixed.map(on), ...moving.map(easter)])].toSorted());
  });

  test("Ireland has ten days, St Brigid's and St Patrick's among them", () => {
    expect(daysOf("IE", year)).toHaveLength(10);
    expect(daysOf("IE", year)).toEqual(expect.arrayContaining([on("03-17"), easter(1), on("12-26")]));
  });
});

test("days of one year alone are there", () => {
  expect(daysOf("DE-BE", 2025)).toContain("2025-05-08");
  expect(daysOf("GB-SCT", 2026)).toContain("2026-06-15");
  expect(daysOf("GB-ENG", 2026)).toContain("2026-12-28");
  expect(daysOf("ES-AN", 2026)).toEqual(expect.arrayContaining(["2026-11-02", "2026-12-07"]));
  expect(daysOf("ES-IB", 2025)).toContain("2025-12-26");
  expect(daysOf("ES-IB", 2025)).not.toContain("2025-04-21");
  expect(daysOf("ES-CB", 2025)).toContain("2025-07-28");
});

test("only Spain's tables say from which year on they are expected", () => {
  const expected = holidayRegions.filter(
    (region) => "expectedFrom" in (readDocument(`holidays/${region}.json`) as object),
  );
  expect(expected).toEqual(holidayRegions.filter((region) => region.startsWith("ES")));
});
