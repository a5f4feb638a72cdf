import { describe, expect, test } from "vitest";
import { cells, dayKey } from "#core/appointment/cells.ts";
import { evenly, weeksToRead } from "#core/appointment/evenly.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { instant } from "#core/time.ts";
import { aHost, byHost } from "./hosts.ts";

/** Thursday. */
const thursday = instant("2026-12-03T10:00:00Z");
const zoe = aHost({ id: "zoe" });
const ben = aHost({ id: "ben" });
const ida = aHost({ id: "ida" });

const session = (host: string, from: string, to: string): Item[] =>
  cells(instant(from), instant(to)).map((part) => ({
    ...dayKey("acme", host, part.day),
    ...Object.fromEntries(part.cells.map((cell) => [cell, "CODE"])),
  }));

const order = (hosts: Host[], occupied: Item[], start = thursday) =>
  evenly("acme", hosts, start, byHost(occupied)).map(({ id }) => id);

describe("a session that anybody may give", () => {
  test("goes by the policy's order while all have as much to do", () => {
    expect(order([zoe, ben, ida], [])).toEqual(["zoe", "ben", "ida"]);
  });

  test("goes to whoever has the fewest quarters taken that week, not the fewest sessions", () => {
    const occupied = [
      ...session("zoe", "2026-12-01T09:00:00Z", "2026-12-01T11:00:00Z"),
      ...session("ben", "2026-12-01T09:00:00Z", "2026-12-01T09:30:00Z"),
      ...session("ben", "2026-12-02T09:00:00Z", "2026-12-02T09:30:00Z"),
      ...session("ida", "2026-12-04T09:00:00Z", "2026-12-04T10:30:00Z"),
    ];
    expect(order([zoe, ben, ida], occupied)).toEqual(["ben", "ida", "zoe"]);
  });

  test("does not count what stands in the weeks before and after, nor in another pack", () => {
    const occupied = [
      ...session("zoe", "2026-11-29T22:00:00Z", "2026-11-29T23:00:00Z"),
      ...session("zoe", "2026-12-06T23:00:00Z", "2026-12-07T01:00:00Z"),
      { pk: "other#host#zoe", sk: "day#2026-12-03", c0900: "CODE" },
      ...session("ben", "2026-12-06T22:45:00Z", "2026-12-06T23:00:00Z"),
    ];
    expect(order([zoe, ben], occupied)).toEqual(["zoe", "ben"]);
  });

  test("has its week on the wall of each host: Sunday evening in New York is Monday in Amsterdam", () => {
    const noa = aHost({ id: "noa", timeZone: "America/New_York" });
    const occupied = session("noa", "2026-12-07T02:00:00Z", "2026-12-07T03:00:00Z");
    expect(order([noa, zoe], occupied)).toEqual(["zoe", "noa"]);
    expect(order([noa, zoe], occupied, instant("2026-12-08T10:00:00Z"))).toEqual(["noa", "zoe"]);
  });

  test("on a Monday and on a Sunday belongs to the week that it is in", () => {
    const tuesday = session("zoe", "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z");
    for (const at of ["2026-11-29T23:00:00Z", "2026-12-06T22:45:00Z"])
      expect([at, ...order([zoe, ben], tuesday, instant(at))]).toEqual([at, "ben", "zoe"]);
    for (const at of ["2026-11-29T22:45:00Z", "2026-12-06T23:00:00Z"])
      expect([at, ...order([zoe, ben], tuesday, instant(at))]).toEqual([at, "zoe", "ben"]);
  });

  test("has a week of 169 hours when the clocks go back", () => {
    const [first] = weeksToRead("acme", [zoe], instant("2026-10-22T10:00:00Z"));
    expect(first).toEqual({ pk: "acme#host#zoe", from: "day#2026-10-18", to: "day#2026-10-25" });
    const late = session("zoe", "2026-10-25T22:45:00Z", "2026-10-25T23:00:00Z");
    expect(order([zoe, ben], late, instant("2026-10-22T10:00:00Z"))).toEqual(["ben", "zoe"]);
  });
});

test("forty sessions, each given to the first in order, end within one session of one another", () => {
  const occupied: Item[] = [];
  const counts = { zoe: 0, ben: 0, ida: 0 } as Record<string, number>;
  for (let nth = 0; nth < 40; nth += 1) {
    const [next = ""] = order([zoe, ben, ida], occupied);
    const at = Date.parse("2026-11-30T08:00:00Z") + (counts[next] ?? 0) * 3_600_000;
    occupied.push(...session(next, new Date(at).toISOString(), new Date(at + 3_600_000).toISOString()));
    counts[next] = (counts[next] ?? 0) + 1;
  }
  expect(counts).toEqual({ zoe: 14, ben: 13, ida: 13 });
});
