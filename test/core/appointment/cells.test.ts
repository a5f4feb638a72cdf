import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { busyQuarters, cells, dayKey } from "#core/appointment/cells.ts";
import { quarterAt, quarterWriter } from "#core/appointment/quarter.ts";
import { calendarDate } from "#core/calendar.ts";
import { fromEpoch, instant } from "#core/time.ts";
import { byHost } from "./hosts.ts";

const day = calendarDate("2026-12-01");

describe("a session takes its quarters of an hour", () => {
  test("of its UTC day", () => {
    expect(cells(instant("2026-12-01T09:00:00Z"), instant("2026-12-01T10:00:00Z"))).toEqual([
      { day, cells: ["c0900", "c0915", "c0930", "c0945"] },
    ]);
  });

  test("of two days when it goes over midnight UTC", () => {
    expect(cells(instant("2026-11-30T23:30:00Z"), instant("2026-12-01T00:15:00Z"))).toEqual([
      { day: "2026-11-30", cells: ["c2330", "c2345"] },
      { day, cells: ["c0000"] },
    ]);
  });

  test("and of one day only when it ends at midnight UTC", () => {
    expect(cells(instant("2026-12-01T23:45:00Z"), instant("2026-12-02T00:00:00Z"))).toEqual([
      { day, cells: ["c2345"] },
    ]);
  });

  test.each([
    ["2026-12-01T09:10:00Z", "2026-12-01T10:00:00Z"],
    ["2026-12-01T09:00:00Z", "2026-12-01T09:59:59.999Z"],
    ["2026-12-01T10:00:00Z", "2026-12-01T09:00:00Z"],
    ["2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z"],
  ])("but %s to %s is a fault", (start, end) => {
    expect(() => cells(instant(start), instant(end))).toThrow(RangeError);
  });
});

describe("a host's day", () => {
  test("stands under its pack and host", () => {
    expect(dayKey("acme", "anna", day)).toEqual({ pk: "acme#host#anna", sk: "day#2026-12-01" });
  });

  test("is busy where cells are taken, and nowhere else", () => {
    const item = {
      ...dayKey("acme", "anna", day),
      c0900: "A",
      c2345: "B",
      code: "C",
      c2400: "D",
      c0907: "E",
    };
    const first = quarterAt(instant("2026-12-01T00:00:00Z"));
    expect(busyQuarters("acme", byHost([item]))("anna")).toEqual([first + 36, first + 95]);
  });

  test("does not make another host busy, nor the same name in another pack", () => {
    const items = [
      { ...dayKey("acme", "ben", day), c0900: "A" },
      { ...dayKey("other", "anna", day), c0900: "B" },
    ];
    expect(busyQuarters("acme", byHost(items))("anna")).toHaveLength(0);
    expect(busyQuarters("acme", byHost(items))("ben")).toHaveLength(1);
  });
});

test("whatever a session takes is busy afterwards, to the quarter", () => {
  const quarters = fc.integer({ min: 1_700_000, max: 2_000_000 });
  fc.assert(
    fc.property(quarters, fc.integer({ min: 1, max: 200 }), (first, length) => {
      const at = quarterWriter();
      const items = cells(at(first), at(first + length)).map((taken) => ({
        ...dayKey("acme", "anna", taken.day),
        ...Object.fromEntries(taken.cells.map((cell) => [cell, "CODE"])),
      }));
      const expected = Array.from({ length }, (_, nth) => first + nth);
      expect(busyQuarters("acme", byHost(items))("anna")).toEqual(expected);
    }),
  );
});

test("a quarter is written as its instant, whichever was written before", () => {
  const write = quarterWriter();
  for (const number of [1_900_000, 1_900_095, 1_800_000, 1_800_001, 0, -1])
    expect(write(number)).toBe(fromEpoch(number * 900_000));
});
