import { describe, expect, test } from "vitest";
import { createHolidays } from "#adapters/holidays.ts";
import { caseCalendar, holidayRegion } from "#core/case/calendar-of.ts";
import { deadline, type Span } from "#core/case/deadline.ts";
import { instant } from "#core/time.ts";
import { thePolicy } from "../policy/documents.ts";

const tables = createHolidays();

const due = (pack: string, region: string | undefined, span: Span, from: string): string =>
  deadline(span, instant(from), caseCalendar(thePolicy(`${pack}.json`), tables, region).calendar).due;

// Each date was counted by hand on a paper calendar.
describe("dates counted by hand", () => {
  test.each([
    // 23 24 | 28 29 30 31 | 4 January: Christmas, New Year's Day and two weekends lie between.
    [
      "over Christmas and New Year",
      "solar",
      "NL",
      { workingDays: 7 },
      "2026-12-22T09:00:00Z",
      "2027-01-04T16:00",
    ],
    // 29 30 31 March are before the clocks change on the 28th: 25 | 30 31 1 2, with Good Friday a working day.
    [
      "over Dutch Easter and the clocks going forward",
      "solar",
      "NL",
      { workingDays: 4 },
      "2027-03-24T09:00:00Z",
      "2027-03-31T15:00",
    ],
    // In Germany Good Friday, 26 March, is closed as well: 25 | 30 31 | 1.
    ["over German Easter", "solar", "DE-HE", { workingDays: 4 }, "2027-03-24T09:00:00Z", "2027-04-01T15:00"],
    // Fronleichnam, Thursday 27 May 2027: 26 | 28 | 31 in Hesse, 26 27 28 in Hamburg.
    [
      "over a holiday that Hesse has",
      "bnc",
      "DE-HE",
      { workingDays: 3 },
      "2027-05-25T09:00:00Z",
      "2027-05-31T15:00",
    ],
    [
      "over a day that is none in Hamburg",
      "bnc",
      "DE-HH",
      { workingDays: 3 },
      "2027-05-25T09:00:00Z",
      "2027-05-28T15:00",
    ],
    // The plan: 27 28 (King's Day on Tuesday) 29 30 3: Monday 26 April 2027 is the day of receipt.
    ["over King's Day", "bnc", "NL", { workingDays: 5 }, "2027-04-26T09:00:00Z", "2027-05-04T15:00"],
    // 2 working days from Friday 2 October 2026: 5 6, for the Day of Unity is a Saturday.
    [
      "over the German Day of Unity at a weekend",
      "expandit",
      "DE",
      { workingDays: 2 },
      "2026-10-02T09:00:00Z",
      "2026-10-06T15:00",
    ],
    // 14 days from 11 December end on Friday 25 December; the next working day is Monday the 28th.
    [
      "to a Christmas Day that it may not end on",
      "expandit",
      "DE-BY",
      { days: 14 },
      "2026-12-11T09:00:00Z",
      "2026-12-28T16:00",
    ],
    // 14 days from 13 October, summer time, to 27 October, winter time.
    [
      "over the clocks going back",
      "expandit",
      "DE",
      { days: 14 },
      "2026-10-13T09:00:00Z",
      "2026-10-27T16:00",
    ],
  ] as const)("%s", (...[, pack, region, span, from, expected]) => {
    expect(due(pack, region, span, from)).toBe(`${expected}:00.000Z`);
  });

  test("a solar case received on 2 November has its three dates", () => {
    // 3-6, 9-11 | acknowledged on the 11th: 12 13, 16-20, 23-27, 30 1 | 3-6, 9-13, 16-20, 23-27, 30-4, 7-11 and 14.
    expect(due("solar", "NL", { workingDays: 7 }, "2026-11-02T09:00:00Z")).toBe("2026-11-11T16:00:00.000Z");
    expect(due("solar", "NL", { workingDays: 14 }, "2026-11-11T09:00:00Z")).toBe("2026-12-01T16:00:00.000Z");
    expect(due("solar", "NL", { workingDays: 30 }, "2026-11-02T09:00:00Z")).toBe("2026-12-14T16:00:00.000Z");
  });

  test("one second before the company's midnight is the day before", () => {
    expect(due("solar", "NL", { workingDays: 1 }, "2026-11-02T22:59:59Z")).toBe("2026-11-03T16:00:00.000Z");
    expect(due("solar", "NL", { workingDays: 1 }, "2026-11-02T23:00:00Z")).toBe("2026-11-04T16:00:00.000Z");
    expect(due("solar", "NL", { workingDays: 1 }, "2026-11-02T23:00:01Z")).toBe("2026-11-04T16:00:00.000Z");
  });
});

describe("the region whose holidays count", () => {
  test.each([
    ["DE-SN", "DE-SN"],
    ["BE-VLG", "BE"],
    ["FR-IDF", "FR"],
    ["GB", "GB-ENG"],
    ["GB-SCT", "GB-SCT"],
    ["US-NY", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("of %j is %s", (region, expected) => {
    expect(holidayRegion(region)).toBe(expected);
  });

  const versionFor = (region: string | undefined) =>
    caseCalendar(thePolicy("expandit.json"), tables, region).holidays;

  test("is kept with the version of its table; without a table it is the company's", () => {
    expect(versionFor("ES-CT")).toBe("ES-CT 2026-1");
    expect(versionFor("US-NY")).toBe("DE 2026-1");
    expect(versionFor(undefined)).toBe("DE 2026-1");
    const { holidays: _, ...policy } = thePolicy("solar.json");
    expect(caseCalendar(policy, tables, undefined).holidays).toBe("none");
  });
});

describe("the company's own days", () => {
  const solar = thePolicy("solar.json");
  const withDays = (days: object) =>
    caseCalendar({ ...solar, holidays: { region: "NL", clause: "-", ...days } }, tables, "NL").calendar;
  const friday = "2026-12-24T09:00:00Z";

  test("add to the public holidays, and take away from them", () => {
    const added = withDays({ closed: [{ date: "2026-12-28", reason: "Stocktaking" }] });
    expect(deadline({ workingDays: 1 }, instant(friday), added).due).toBe("2026-12-29T16:00:00.000Z");
    const open = withDays({ open: [{ date: "2026-12-25", reason: "Peak season" }] });
    expect(deadline({ workingDays: 1 }, instant(friday), open).due).toBe("2026-12-25T16:00:00.000Z");
  });
});
