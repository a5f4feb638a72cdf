import { describe, expect, test } from "vitest";
import { buffered, heldSpan } from "#core/appointment/buffers.ts";
import { cells, dayKey } from "#core/appointment/cells.ts";
import { holdCells } from "#core/appointment/hold.ts";
import { daysToRead } from "#core/appointment/slot-query.ts";
import type { AppointmentPolicy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { instant } from "#core/time.ts";
import { aHost, aPolicy, aQuery, everyDay, startsOf } from "./hosts.ts";

const [start, end] = [instant("2026-12-01T10:00:00Z"), instant("2026-12-01T11:00:00Z")];
const bufferMinutes = { before: 15, after: 30 };

const withBuffers = (policy: AppointmentPolicy): AppointmentPolicy => {
  for (const type of policy.sessionTypes) type.bufferMinutes = bufferMinutes;
  return policy;
};

const taken = (from: string, to: string): Item[] =>
  cells(instant(from), instant(to)).map((part) => ({
    ...dayKey("acme", "anna", part.day),
    ...Object.fromEntries(part.cells.map((cell) => [cell, "CODE"])),
  }));

describe("a session with buffers", () => {
  test("holds its host before and after", () => {
    const held = { start: "2026-12-01T09:45:00.000Z", end: "2026-12-01T11:30:00.000Z" };
    expect(heldSpan(start, end, { bufferMinutes })).toEqual(held);
    expect(buffered(start, end, { bufferMinutes })).toEqual({ held });
  });

  test("takes the cells of its buffers in the table too", () => {
    const appointment = {
      pack: "acme",
      host: "anna",
      start,
      end,
      ...buffered(start, end, { bufferMinutes }),
    };
    const [write] = holdCells("CODE", appointment) as { set: object }[];
    expect(Object.keys(write?.set ?? {})).toEqual([
      "c0945",
      "c1000",
      "c1015",
      "c1030",
      "c1045",
      "c1100",
      "c1115",
    ]);
  });

  test("stores nothing more where there are none, and holds what it lasts", () => {
    expect(buffered(start, end, {})).toEqual({});
    expect(buffered(start, end, { bufferMinutes: { before: 0, after: 0 } })).toEqual({});
    expect(heldSpan(start, end, {})).toEqual({ start, end });
    const [write] = holdCells("CODE", { pack: "acme", host: "anna", start, end }) as { set: object }[];
    expect(Object.keys(write?.set ?? {})).toHaveLength(4);
  });
});

describe("slots of sessions with buffers", () => {
  const policy = withBuffers(aPolicy({ hosts: [aHost({ hours: everyDay("09:00-13:00") })] }));
  const query = aQuery(policy, "2026-12-01", "2026-12-02");
  const now = "2026-11-25T00:00:00Z";

  test("need only the session itself within the opening", () => {
    expect(startsOf(query, now).map((at) => at.slice(11, 16))).toEqual([
      "08:00",
      "08:30",
      "09:00",
      "09:30",
      "10:00",
      "10:30",
      "11:00",
    ]);
  });

  test("keep their buffers free of other sessions, to the quarter", () => {
    const other = taken("2026-12-01T09:45:00Z", "2026-12-01T10:00:00Z");
    expect(startsOf(query, now, other).map((at) => at.slice(11, 16))).toEqual(["08:00", "10:30", "11:00"]);
  });

  test("know what stands in the days before and after", () => {
    const night = aHost({ timeZone: "UTC", hours: everyDay("00:00-24:00") });
    const early = aQuery(withBuffers(aPolicy({ hosts: [night] })), "2026-12-01", "2026-12-02", "UTC");
    expect(daysToRead(early)).toEqual([
      { pk: "acme#host#anna", from: "day#2026-11-30", to: "day#2026-12-02" },
    ]);
    const evening = taken("2026-11-30T23:45:00Z", "2026-12-01T00:00:00Z");
    expect(startsOf(early, now, evening)[0]).toBe("2026-12-01T00:30:00.000Z");
  });
});
