import { describe, expect, test } from "vitest";
import { calendarDate, dayNumber } from "#core/calendar.ts";
import { deadline, type Span } from "#core/case/deadline.ts";
import { type WorkCalendar, workCalendar } from "#core/case/work-calendar.ts";
import { instant } from "#core/time.ts";

const officeHours = Object.fromEntries(
  ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [
    day,
    ["09:00-12:00", "13:00-17:00"],
  ]),
);

/** Dutch office hours; the days named are closed. */
const office = (closed: Record<string, string> = {}, timeZone = "Europe/Amsterdam"): WorkCalendar =>
  workCalendar(
    timeZone,
    officeHours,
    new Map(Object.entries(closed).map(([date, name]) => [dayNumber(calendarDate(date)), name])),
  );

const due = (span: Span, from: string, calendar = office()): string =>
  deadline(span, instant(from), calendar).due;

describe("a deadline in working days", () => {
  test("does not count the day of receipt, and ends when the company closes", () => {
    expect(due({ workingDays: 1 }, "2026-11-16T08:00:00Z")).toBe("2026-11-17T16:00:00.000Z");
    expect(due({ workingDays: 1 }, "2026-11-16T22:59:59Z")).toBe("2026-11-17T16:00:00.000Z");
  });

  test("begins on the company's own day: a minute past its midnight is the next day", () => {
    expect(due({ workingDays: 1 }, "2026-11-16T23:00:00Z")).toBe("2026-11-18T16:00:00.000Z");
  });

  test("received on a Saturday, the Monday is the first", () => {
    expect(due({ workingDays: 1 }, "2026-11-21T10:00:00Z")).toBe("2026-11-23T16:00:00.000Z");
  });

  test("over Christmas and New Year steps over each, and says which and why", () => {
    const closed = {
      "2026-12-25": "Eerste Kerstdag",
      "2026-12-26": "Tweede Kerstdag",
      "2027-01-01": "Nieuwjaarsdag",
    };
    const counted = deadline({ workingDays: 7 }, instant("2026-12-22T09:00:00Z"), office(closed));
    // 23 24 | 28 29 30 31 | 4 January
    expect(counted.due).toBe("2027-01-04T16:00:00.000Z");
    expect(
      counted.skipped.map(({ date, closed: why }) => `${date} ${why === "weekday" ? why : why.name}`),
    ).toEqual([
      "2026-12-25 Eerste Kerstdag",
      "2026-12-26 Tweede Kerstdag",
      "2026-12-27 weekday",
      "2027-01-01 Nieuwjaarsdag",
      "2027-01-02 weekday",
      "2027-01-03 weekday",
    ]);
  });

  test("across a change of the clocks still ends at closing time on the wall", () => {
    expect(due({ workingDays: 3 }, "2027-03-25T09:00:00Z")).toBe("2027-03-30T15:00:00.000Z");
    expect(due({ workingDays: 3 }, "2026-10-22T09:00:00Z")).toBe("2026-10-27T16:00:00.000Z");
  });

  test("is counted in years of which no holiday is known as in any other", () => {
    const utc = office({ "2045-05-01": "Tag der Arbeit" }, "UTC");
    expect(due({ workingDays: 2 }, "2045-04-28T10:00:00Z", utc)).toBe("2045-05-03T17:00:00.000Z");
    expect(due({ workingDays: 2 }, "1969-12-26T10:00:00Z", utc)).toBe("1969-12-30T17:00:00.000Z");
    // From the last Friday before the calendar's years into them, and out of them at their end.
    expect(due({ workingDays: 4 }, "2019-12-27T10:00:00Z", utc)).toBe("2020-01-02T17:00:00.000Z");
    expect(due({ workingDays: 4 }, "2035-12-28T10:00:00Z", utc)).toBe("2036-01-03T17:00:00.000Z");
  });

  test("is a mistake of the policy where the company never works", () => {
    const never = workCalendar("UTC", {}, new Map());
    expect(() => deadline({ workingDays: 1 }, instant("2026-11-16T08:00:00Z"), never)).toThrow(RangeError);
  });
});

describe("a deadline in days", () => {
  test("counts every day, and ends at closing time", () => {
    expect(due({ days: 14 }, "2026-11-02T09:00:00Z")).toBe("2026-11-16T16:00:00.000Z");
  });

  test("that ends on a Sunday ends on the Monday", () => {
    expect(due({ days: 6 }, "2026-11-16T09:00:00Z")).toBe("2026-11-23T16:00:00.000Z");
  });
});

describe("a deadline in hours", () => {
  test("runs around the clock, also over the hour that comes twice", () => {
    expect(due({ hours: "PT24H" }, "2026-10-24T22:30:00Z")).toBe("2026-10-25T22:30:00.000Z");
  });

  test("in working hours counts only while the company is open, lunch left out", () => {
    expect(due({ workingHours: "PT2H" }, "2026-11-16T10:30:00Z")).toBe("2026-11-16T13:30:00.000Z");
    expect(due({ workingHours: "PT2H" }, "2026-11-20T15:30:00Z")).toBe("2026-11-23T09:30:00.000Z");
    expect(due({ workingHours: "PT7H" }, "2026-11-16T08:00:00Z")).toBe("2026-11-16T16:00:00.000Z");
  });
});
