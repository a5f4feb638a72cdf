import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { earliest, epoch, fromEpoch, instant, parseDuration, parseInstant, plus, until } from "#core/time.ts";

describe("an instant", () => {
  test.each([
    ["2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00.000Z"],
    ["2026-12-01T09:00:00Z", "2026-12-01T09:00:00.000Z"],
    ["2026-12-01T09:00:00.123456789Z", "2026-12-01T09:00:00.123Z"],
    ["2026-12-01T14:45:00+05:45", "2026-12-01T09:00:00.000Z"],
    ["2028-02-29T00:00:00Z", "2028-02-29T00:00:00.000Z"],
  ])("written as %s is kept in the one form", (text, written) => {
    expect(parseInstant(text)).toBe(written);
  });

  test.each([
    "2026-02-30T09:00:00Z",
    "2026-02-29T09:00:00Z",
    "2026-13-01T09:00:00Z",
    "2026-12-01T24:00:00Z",
    "2026-12-01T09:60:00Z",
    "2026-12-01T09:00:00+24:00",
    "2026-12-01T09:00:00+09:99",
    "9999-12-31T23:30:00-01:00",
    "0000-01-01T00:30:00+01:00",
    "2026-12-01T09:00:00",
    "2026-12-01 09:00:00Z",
    "2026-12-01",
    "tomorrow",
    "",
  ])("is not what %s says", (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(RangeError);
  });

  test("comes before another when its text does", () => {
    const moments = [0, 999, 1_000, 1e12, 1.8e12].map(fromEpoch);
    expect(moments.toSorted()).toEqual(moments);
    expect(earliest(moments.toReversed())).toBe(moments[0]);
  });

  test("moves on by exact time, and tells how long it is until another", () => {
    const before = instant("2026-03-29T00:30:00Z");
    expect(plus(before, 3_600_000)).toBe("2026-03-29T01:30:00.000Z");
    expect(until(before, plus(before, -5))).toBe(-5);
  });

  test("has a year of four digits, or its text would not sort", () => {
    expect(parseInstant("9999-12-31T23:59:59.999Z")).toBe("9999-12-31T23:59:59.999Z");
    expect(() => plus(instant("9999-12-31T23:59:59.999Z"), 1)).toThrow(RangeError);
    expect(() => plus(instant("0000-01-01T00:00:00Z"), -1)).toThrow(RangeError);
  });

  test("is written and read as the platform writes and reads it", () => {
    const [first, last] = [Date.parse("0000-01-01T00:00:00.000Z"), Date.parse("9999-12-31T23:59:59.999Z")];
    const moments = fc.oneof(
      fc.integer({ min: first, max: last }),
      fc
        .integer({ min: Math.ceil(first / 60_000), max: Math.floor(last / 60_000) })
        .map((minutes) => minutes * 60_000),
      fc.constantFrom(
        first,
        last,
        -1,
        0,
        1,
        Date.UTC(2028, 1, 29),
        Date.UTC(2000, 1, 29),
        Date.UTC(1900, 1, 28),
      ),
    );
    fc.assert(
      fc.property(moments, (at) => {
        const text = new Date(at).toISOString();
        expect(fromEpoch(at)).toBe(text);
        expect(epoch(instant(text))).toBe(at);
      }),
      { numRuns: 2_000 },
    );
    expect(fromEpoch(1.9)).toBe("1970-01-01T00:00:00.001Z");
    expect(fromEpoch(-1.9)).toBe("1969-12-31T23:59:59.999Z");
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => fromEpoch(none)).toThrow(RangeError);
  });

  test("of nothing is the earliest of none", () => {
    expect(earliest([])).toBeUndefined();
  });
});

describe("a duration", () => {
  test.each([
    ["PT48H", 172_800_000],
    ["PT1H30M", 5_400_000],
    ["PT20M", 1_200_000],
    ["PT1S", 1_000],
  ])("%s is %i milliseconds", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each(["P2D", "P1DT1H", "PT", "P", "PT1.5H", "-PT1H", "48H", "PT1M1H", ""])(
    "is not what %s says: only hours, minutes and seconds are exact",
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});
