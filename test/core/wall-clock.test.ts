import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { calendarDate, dateOf, dayNumber } from "#core/calendar.ts";
import { fromEpoch } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";

const when = (timeZone: string, date: string, hours: number, minutes = 0): string => {
  const around = Date.parse(`${date}T00:00:00Z`);
  const clock = wallClock(timeZone, around, around);
  return fromEpoch(clock.epochOf(dayNumber(calendarDate(date)), hours * 60 + minutes));
};

describe.each(["Europe/Amsterdam", "Europe/Madrid"])("in %s", (timeZone) => {
  test("02:30 on the night the clocks go forward does not exist, and becomes 03:30", () => {
    expect(when(timeZone, "2026-03-29", 2, 30)).toBe("2026-03-29T01:30:00.000Z");
    expect(when(timeZone, "2026-03-29", 3, 30)).toBe("2026-03-29T01:30:00.000Z");
    expect(when(timeZone, "2026-03-29", 1, 59)).toBe("2026-03-29T00:59:00.000Z");
  });

  test("02:30 on the night the clocks go back exists twice, and means the first", () => {
    expect(when(timeZone, "2026-10-25", 2, 30)).toBe("2026-10-25T00:30:00.000Z");
    expect(when(timeZone, "2026-10-25", 3)).toBe("2026-10-25T02:00:00.000Z");
  });

  test("minute 1440 is the next midnight, also on a day of 23 or 25 hours", () => {
    expect(when(timeZone, "2026-03-29", 24)).toBe("2026-03-29T22:00:00.000Z");
    expect(when(timeZone, "2026-10-25", 24)).toBe("2026-10-25T23:00:00.000Z");
  });
});

test("the date on the wall turns at the wall's midnight, not at that of UTC", () => {
  const midnight = Date.parse("2026-12-01T18:15:00Z");
  const clock = wallClock("Asia/Kathmandu", midnight, midnight);
  expect(dateOf(clock.dayOf(midnight - 1))).toBe("2026-12-01");
  expect(dateOf(clock.dayOf(midnight))).toBe("2026-12-02");
});

test("a zone that does not exist is a fault", () => {
  expect(() => wallClock("Europe/Atlantis", 0, 0)).toThrow(RangeError);
});

test("any wall time in any zone is where Temporal puts it, and any instant on the date that Temporal names", () => {
  const zones = fc.constantFrom(
    "Europe/Amsterdam",
    "America/New_York",
    "America/Havana",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "UTC",
  );
  const [first, last] = [dayNumber(calendarDate("2024-01-01")), dayNumber(calendarDate("2030-12-31"))];
  fc.assert(
    fc.property(zones, fc.integer({ min: first, max: last }), fc.nat(1439), (timeZone, date, minute) => {
      const around = date * 86_400_000;
      const clock = wallClock(timeZone, around - 60 * 86_400_000, around + 60 * 86_400_000);
      const zoned = Temporal.PlainDate.from(dateOf(date))
        .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
        .toZonedDateTime(timeZone);
      expect(clock.epochOf(date, minute)).toBe(zoned.epochMilliseconds);
      expect(dateOf(clock.dayOf(zoned.epochMilliseconds))).toBe(zoned.toPlainDate().toString());
    }),
    { numRuns: 500 },
  );
});

test("a stretch of wall time is covered from its first quarter that is shown to its last", () => {
  const nights = fc.constantFrom(
    ...(["2026-03-29", "2026-10-25"] as const).map((date) => ["Europe/Amsterdam", date] as const),
    ...(["2026-04-05", "2026-10-04"] as const).map((date) => ["Australia/Lord_Howe", date] as const),
    ["America/Havana", "2026-11-01"] as const,
    ["Asia/Kathmandu", "2026-12-01"] as const,
  );
  const quarter = 900_000;
  fc.assert(
    fc.property(nights, fc.nat(20), fc.integer({ min: 1, max: 8 }), ([timeZone, date], place, length) => {
      const number = dayNumber(calendarDate(date));
      const [from, to] = [place * 15, (place + length) * 15];
      const noon = Date.parse(`${date}T12:00:00Z`);
      const shown = Array.from(
        { length: 4 * 48 },
        (_, nth) => noon - 24 * 4 * quarter + nth * quarter,
      ).filter((at) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
        const minute = wall.hour * 60 + wall.minute;
        return wall.toPlainDate().toString() === date && minute >= from && minute < to;
      });
      const { start, end } = wallClock(timeZone, noon, noon).coverOf(number, from, to);
      if (shown.length === 0) expect(end).toBeLessThanOrEqual(start);
      else expect([start, end]).toEqual([shown[0], (shown.at(-1) ?? 0) + quarter]);
    }),
    { numRuns: 150 },
  );
});
