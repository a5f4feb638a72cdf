import { describe, expect, test } from "vitest";
import type { Host } from "#core/policy/shape.ts";
import { aHost, aPolicy, aQuery, everyDay, onTheWall, startsOf } from "./hosts.ts";

const amsterdam = "Europe/Amsterdam";

/** The wall times of the slots on that date in Amsterdam. */
const wallStarts = (host: Partial<Host>, date: string, minutes = 60): string[] => {
  const to = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  const query = aQuery(aPolicy({ hosts: [aHost(host)], minutes }), date, to, amsterdam);
  const now = new Date(Date.parse(date) - 2 * 86_400_000).toISOString();
  return startsOf(query, now).map((at) => onTheWall(amsterdam, at).slice(11));
};

describe("a break", () => {
  const hours = everyDay("09:00-13:00");

  test("lets a session end where it begins, and the next grid begin where it ends", () => {
    const breaks = everyDay("10:15-10:45");
    expect(wallStarts({ hours, breaks }, "2026-12-01")).toEqual(["09:00", "10:45", "11:15", "11:45"]);
  });

  test("at the edge of an opening shortens it, and one outside changes nothing", () => {
    expect(wallStarts({ hours, breaks: everyDay("08:30-09:30") }, "2026-12-01")[0]).toBe("09:30");
    expect(wallStarts({ hours, breaks: everyDay("13:00-14:00", "07:00-09:00") }, "2026-12-01")).toHaveLength(
      7,
    );
  });

  test("over a whole opening leaves nothing of it", () => {
    expect(wallStarts({ hours, breaks: everyDay("08:00-14:00") }, "2026-12-01")).toEqual([]);
  });

  test("beside another, in any order and overlapping, divides the opening further", () => {
    const breaks = everyDay("11:00-11:30", "10:00-10:30", "10:15-10:45");
    expect(wallStarts({ hours, breaks }, "2026-12-01")).toEqual(["09:00", "11:30", "12:00"]);
  });

  test("is weekly: the other days have none", () => {
    const breaks = { tuesday: ["09:00-12:00"] };
    expect(wallStarts({ hours, breaks }, "2026-12-01")).toEqual(["12:00"]);
    expect(wallStarts({ hours, breaks }, "2026-12-02")).toHaveLength(7);
  });
});

describe("a break in the night that the clocks change", () => {
  const hours = everyDay("00:00-05:00");
  const starts = (breaks: string, date: string) => wallStarts({ hours, breaks: everyDay(breaks) }, date, 15);

  test("forward, that is jumped over is none", () => {
    const all = ["00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30"];
    expect(starts("02:15-02:45", "2026-03-29")).toEqual(all);
  });

  test("forward, that is jumped over in part lasts as long as the wall shows it", () => {
    const all = ["00:00", "00:30", "01:00", "01:30", "03:30", "04:00", "04:30"];
    expect(starts("02:15-03:30", "2026-03-29")).toEqual(all);
    expect(starts("01:30-02:30", "2026-03-29")).toEqual([
      "00:00",
      "00:30",
      "01:00",
      "03:00",
      "03:30",
      "04:00",
      "04:30",
    ]);
  });

  test("back, that is shown twice lasts from the first to the end of the second", () => {
    const before = ["00:00", "00:30", "01:00", "01:30", "02:00"];
    const after = ["02:45", "03:15", "03:45", "04:15", "04:45"];
    expect(starts("02:15-02:45", "2026-10-25")).toEqual([...before, ...after]);
  });
});
