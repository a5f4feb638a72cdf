import { expect, test } from "vitest";
import { calendarDate, dateOf, dayNumber, parseDate, weekdayOf } from "#core/calendar.ts";

test.each(["2026-12-01", "2028-02-29", "2000-02-29", "1969-12-31"])("%s is a date", (text) => {
  expect(parseDate(text)).toBe(text);
});

test.each([
  "2026-02-30",
  "2026-02-29",
  "2100-02-29",
  "2026-04-31",
  "2026-00-10",
  "2026-1-01",
  "2026-12-01T00:00",
  " 2026-12-01",
  "01-12-2026",
  "",
])('"%s" is not a date', (text) => {
  expect(parseDate(text)).toBeUndefined();
  expect(() => calendarDate(text)).toThrow(RangeError);
});

test("29 February comes between 28 February and 1 March in a leap year", () => {
  const leapDay = dayNumber(calendarDate("2028-02-29"));
  expect(dateOf(leapDay - 1)).toBe("2028-02-28");
  expect(dateOf(leapDay + 1)).toBe("2028-03-01");
});

test("a week names its days, before 1970 too", () => {
  const first = dayNumber(calendarDate("1969-12-29"));
  expect([0, 1, 2, 3, 4, 5, 6].map((each) => weekdayOf(first + each))).toEqual([
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
  ]);
  expect(weekdayOf(dayNumber(calendarDate("2026-12-01")))).toBe("tuesday");
});

test("a day of any year is written as the platform writes it, and none beyond four digits", () => {
  const [first, last] = [dayNumber(calendarDate("0000-01-01")), dayNumber(calendarDate("9999-12-31"))];
  const differing: number[] = [];
  for (let day = first; day <= last; day += day > -700 && day < 60_000 ? 1 : 13)
    if (dateOf(day) !== new Date(day * 86_400_000).toISOString().slice(0, 10)) differing.push(day);
  expect(differing).toEqual([]);
  expect(dateOf(last)).toBe("9999-12-31");
  for (const beyond of [first - 1, last + 1]) expect(() => dateOf(beyond)).toThrow(RangeError);
});
