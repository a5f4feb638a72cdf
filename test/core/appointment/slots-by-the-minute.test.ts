import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cells, dayKey } from "#core/appointment/cells.ts";
import type { Slot } from "#core/appointment/slots.ts";
import type { Host } from "#core/policy/shape.ts";
import { fromEpoch } from "#core/time.ts";
import { aHost, aPolicy, aQuery, everyDay, onTheWall, slotsOf } from "./hosts.ts";

// Judged by walking each slot minute by minute with the platform's calendar; nothing here asks how slots were made.

const minute = 60_000;

/** Weeks around every kind of clock change, in zones that change by an hour, by half an hour, or never. */
const weeks = fc.constantFrom(
  ["Europe/Amsterdam", "2026-03-26"],
  ["Europe/Amsterdam", "2026-10-22"],
  ["Europe/Madrid", "2026-03-27"],
  ["Europe/Madrid", "2026-10-23"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Asia/Kolkata", "2028-02-28"],
  ["Asia/Kathmandu", "2026-12-30"],
) as fc.Arbitrary<[string, string]>;

const twoDigits = (number: number): string => String(number).padStart(2, "0");
const time = (place: number): string => `${twoDigits(Math.floor(place / 4))}:${twoDigits((place % 4) * 15)}`;

/** From 04:00 on, after the night's change of the clocks: what an opening does that spans one stands in another test. */
const hours: fc.Arbitrary<Host["hours"]> = fc
  .uniqueArray(fc.integer({ min: 16, max: 96 }), { minLength: 2, maxLength: 8 })
  .map((places) => places.toSorted((one, other) => one - other))
  .map((places) =>
    everyDay(
      ...Array.from({ length: Math.floor(places.length / 2) }, (_, pair) => {
        const [from = 0, to = 0] = places.slice(2 * pair);
        return `${time(from)}-${time(to)}`;
      }),
    ),
  );

const arrangements = fc.record({
  week: weeks,
  hours,
  minutes: fc.constantFrom(15, 30, 45, 60, 120),
  stepMinutes: fc.constantFrom(15, 30, 45, 60),
  /** Quarters taken, counted from the first date's midnight in UTC. */
  taken: fc.array(fc.integer({ min: 0, max: 4 * 96 }), { maxLength: 60 }),
});

const minutesOf = (slot: Slot): number[] => {
  const [start, end] = [Date.parse(slot.start), Date.parse(slot.end)];
  return Array.from({ length: (end - start) / minute }, (_, nth) => start + nth * minute);
};

/** The opening that the wall shows at that moment, `2026-12-01 09:00-12:30`, if any. */
const openingAt = (host: Host, at: number): string | undefined => {
  const [date, wall = ""] = onTheWall(host.timeZone, at).split(" ");
  const span = host.hours.monday?.find((each) => each.slice(0, 5) <= wall && wall < each.slice(6));
  return span === undefined ? undefined : `${date} ${span}`;
};

test("each slot lies within one opening by the wall clock, and no minute of it is taken", () => {
  let judged = 0;
  fc.assert(
    fc.property(arrangements, ({ week: [timeZone, from], minutes, stepMinutes, taken, ...rest }) => {
      const midnight = Date.parse(`${from}T00:00:00Z`);
      const to = fromEpoch(midnight + 4 * 86_400_000).slice(0, 10);
      const host = aHost({ timeZone, hours: rest.hours });
      const policy = aPolicy({ hosts: [host], minutes, booking: { stepMinutes } });
      const takenAt = new Set(taken.map((place) => midnight + place * 15 * minute));
      const occupied = [...takenAt].flatMap((at) =>
        cells(fromEpoch(at), fromEpoch(at + 15 * minute)).map((part) => ({
          ...dayKey("acme", host.id, part.day),
          ...Object.fromEntries(part.cells.map((cell) => [cell, "CODE"])),
        })),
      );
      const now = fromEpoch(midnight - 5 * 86_400_000);
      for (const slot of slotsOf(aQuery(policy, from, to, timeZone), now, occupied)) {
        const walked = minutesOf(slot);
        expect(walked).toHaveLength(minutes);
        expect([...new Set(walked.map((at) => openingAt(host, at)))]).toEqual([expect.any(String)]);
        expect(walked.filter((at) => takenAt.has(at - (at % (15 * minute))))).toEqual([]);
        judged += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(judged).toBeGreaterThan(100);
});

test("a free stretch on the grid of an opening is never held back", () => {
  fc.assert(
    fc.property(weeks, hours, ([timeZone, from], week) => {
      const midnight = Date.parse(`${from}T00:00:00Z`);
      const to = fromEpoch(midnight + 3 * 86_400_000).slice(0, 10);
      const host = aHost({ timeZone, hours: week });
      const policy = aPolicy({ hosts: [host], minutes: 15, booking: { stepMinutes: 15 } });
      const offered = slotsOf(aQuery(policy, from, to, "UTC"), fromEpoch(midnight - 5 * 86_400_000));
      const quarters = Array.from({ length: 3 * 96 }, (_, place) => midnight + place * 15 * minute);
      const open = quarters.filter((at) => openingAt(host, at) !== undefined);
      expect(offered.map((slot) => Date.parse(slot.start))).toEqual(open);
    }),
    { numRuns: 60 },
  );
});
