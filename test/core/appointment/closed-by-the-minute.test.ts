import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cells, dayKey } from "#core/appointment/cells.ts";
import type { Slot } from "#core/appointment/slots.ts";
import type { Host, SessionType } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { fromEpoch } from "#core/time.ts";
import { aHost, aPolicy, aQuery, daysClosed, everyDay, onTheWall, slotsOf } from "./hosts.ts";

// As slots-by-the-minute, with all that keeps a host away; nothing here asks how slots were made.

const minute = 60_000;
const quarter = 15 * minute;
const dayLong = 96 * quarter;

/** Weeks with a change of the clocks on their third or fourth day, and one without. */
const weeks = fc.constantFrom(
  ["Europe/Amsterdam", "2026-03-27"],
  ["Europe/Madrid", "2026-10-22"],
  ["Australia/Lord_Howe", "2026-04-03"],
  ["Asia/Kolkata", "2026-12-01"],
) as fc.Arbitrary<[string, string]>;

const time = (place: number): string =>
  `${String(Math.floor(place / 4)).padStart(2, "0")}:${["00", "15", "30", "45"][place % 4]}`;

const span = (from: number) =>
  fc
    .tuple(fc.integer({ min: from, max: 90 }), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => `${time(start)}-${time(Math.min(96, start + length))}`);

const absences = (from: number) =>
  fc.record({
    week: weeks,
    breaks: fc.array(span(from), { maxLength: 3 }),
    /** Days of the week in question, by their place in it. */
    off: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 1 }),
    closed: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 1 }),
    holidays: fc.constantFrom("NL", "ES-MD", undefined),
    buffer: fc.record({ before: fc.constantFrom(0, 15, 30), after: fc.constantFrom(0, 15, 45) }),
    taken: fc.array(fc.integer({ min: 0, max: 4 * 96 }), { maxLength: 12 }),
  });

type Absence = ReturnType<typeof absences> extends fc.Arbitrary<infer Value> ? Value : never;

/** The answer, and what an independent witness needs to judge it. */
const arranged = (absence: Absence, hours: string, minutes: number, from: string) => {
  const midnight = Date.parse(`${from}T00:00:00Z`);
  const dates = (places: number[]) =>
    places.map((place) => fromEpoch(midnight + place * dayLong).slice(0, 10));
  const [off, closed] = [dates(absence.off), dates(absence.closed)];
  const host: Host = aHost({
    timeZone: absence.week[0],
    hours: everyDay(hours),
    breaks: everyDay(...absence.breaks),
    daysOff: off.map((date) => ({ date, reason: "Leave" })),
    ...(absence.holidays && { holidays: absence.holidays }),
  });
  const policy = aPolicy({ hosts: [host], minutes, booking: { stepMinutes: 15 } });
  (policy.sessionTypes[0] as SessionType).bufferMinutes = absence.buffer;
  const to = fromEpoch(midnight + 4 * dayLong).slice(0, 10);
  const takenAt = new Set(absence.taken.map((place) => midnight + place * quarter));
  const query = {
    ...aQuery(policy, from, to, "UTC"),
    closed: daysClosed({ closed: closed.map((date) => ({ date, reason: "Stocktaking" })) }),
  };
  const now = fromEpoch(midnight - 5 * dayLong);
  const feasts = { NL: ["2026-12-01"], "ES-MD": ["2026-12-02"] };
  const shut = new Set([...off, ...closed, ...(absence.holidays ? feasts[absence.holidays] : [])]);
  return { slots: slotsOf(query, now, itemsOf([...takenAt])), midnight, takenAt, shut, host };
};

const itemsOf = (taken: number[]): Item[] =>
  taken.flatMap((at) =>
    cells(fromEpoch(at), fromEpoch(at + quarter)).map((part) => ({
      ...dayKey("acme", "anna", part.day),
      ...Object.fromEntries(part.cells.map((cell) => [cell, "CODE"])),
    })),
  );

/** Whether the host is away at that moment, by the wall alone. */
const away = (host: Host, shut: ReadonlySet<string>, at: number): boolean => {
  const [date = "", wall = ""] = onTheWall(host.timeZone, at).split(" ");
  return (
    shut.has(date) ||
    (host.breaks?.monday ?? []).some((each) => each.slice(0, 5) <= wall && wall < each.slice(6))
  );
};

const every = (length: number, from: number, to: number): number[] =>
  Array.from({ length: (to - from) / length }, (_, nth) => from + nth * length);

test("no minute of a session falls into a break or a closed day, through every night, and no buffer is taken", () => {
  let judged = 0;
  fc.assert(
    fc.property(absences(0), fc.constantFrom(15, 45, 90), (absence, minutes) => {
      const { slots, takenAt, shut, host } = arranged(absence, "00:00-24:00", minutes, absence.week[1]);
      for (const { start, end } of slots as Slot[]) {
        const [from, to] = [Date.parse(start), Date.parse(end)];
        expect(to - from).toBe(minutes * minute);
        expect(every(5 * minute, from, to).filter((at) => away(host, shut, at))).toEqual([]);
        const held = every(
          quarter,
          from - absence.buffer.before * minute,
          to + absence.buffer.after * minute,
        );
        expect(held.filter((at) => takenAt.has(at))).toEqual([]);
        judged += 1;
      }
    }),
    { numRuns: 25 },
  );
  expect(judged).toBeGreaterThan(500);
});

test("and whatever is free of all of them is offered", () => {
  fc.assert(
    fc.property(absences(16), (absence) => {
      const { slots, midnight, takenAt, shut, host } = arranged(absence, "04:00-24:00", 15, absence.week[1]);
      const free = every(quarter, midnight, midnight + 4 * dayLong).filter(
        (at) =>
          onTheWall(host.timeZone, at).slice(11) >= "04:00" &&
          !away(host, shut, at) &&
          every(
            quarter,
            at - absence.buffer.before * minute,
            at + quarter + absence.buffer.after * minute,
          ).every((held) => !takenAt.has(held)),
      );
      expect(slots.map((slot) => Date.parse(slot.start))).toEqual(free);
    }),
    { numRuns: 40 },
  );
});
