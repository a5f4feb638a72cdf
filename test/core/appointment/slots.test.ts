import { describe, expect, test } from "vitest";
import { cells, dayKey } from "#core/appointment/cells.ts";
import { daysToRead } from "#core/appointment/slot-query.ts";
import { freeSlots, openSlots, slotAt } from "#core/appointment/slots.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { aHost, aPolicy, aQuery, everyDay, onTheWall, slotsOf, startsOf } from "./hosts.ts";

const longBefore = "2026-11-25T00:00:00Z";
const wallTimes = (timeZone: string, starts: readonly string[]) =>
  starts.map((at) => onTheWall(timeZone, at));

describe("slots on an ordinary day", () => {
  test("begin on the grid of the opening, and the last one still fits", () => {
    const policy = aPolicy({ hosts: [aHost({ hours: everyDay("09:15-11:00") })] });
    expect(slotsOf(aQuery(policy, "2026-12-01", "2026-12-02"), longBefore)).toEqual([
      { start: "2026-12-01T08:15:00.000Z", end: "2026-12-01T09:15:00.000Z", host: "anna" },
      { start: "2026-12-01T08:45:00.000Z", end: "2026-12-01T09:45:00.000Z", host: "anna" },
    ]);
  });

  test("are none where the session is longer than the opening, and one where it is as long", () => {
    const hosts = [aHost({ hours: everyDay("09:00-10:00", "13:00-13:45") })];
    const query = aQuery(aPolicy({ hosts }), "2026-12-01", "2026-12-02");
    expect(startsOf(query, longBefore)).toEqual(["2026-12-01T08:00:00.000Z"]);
  });

  test("never span two openings, even back to back", () => {
    const hosts = [aHost({ hours: everyDay("09:00-10:30", "10:30-12:00") })];
    const query = aQuery(aPolicy({ hosts, booking: { stepMinutes: 15 } }), "2026-12-01", "2026-12-02");
    expect(wallTimes("Europe/Amsterdam", startsOf(query, longBefore))).toEqual(
      ["09:00", "09:15", "09:30", "10:30", "10:45", "11:00"].map((time) => `2026-12-01 ${time}`),
    );
  });

  test("appear once where a policy's openings overlap", () => {
    const hosts = [aHost({ hours: everyDay("10:00-12:00", "09:00-11:00") })];
    const starts = startsOf(aQuery(aPolicy({ hosts }), "2026-12-01", "2026-12-02"), longBefore);
    expect(starts).toEqual([...new Set(starts)].sort());
    expect(starts).toHaveLength(5);
  });

  test("are none on a weekday without hours", () => {
    const hosts = [aHost({ hours: { monday: ["09:00-17:00"] } })];
    const days = startsOf(aQuery(aPolicy({ hosts }), "2026-11-26", "2026-12-05"), longBefore);
    expect(new Set(days.map((at) => at.slice(0, 10)))).toEqual(new Set(["2026-11-30"]));
  });

  test("of several hosts come by start, then by host", () => {
    const hosts = [aHost({ id: "zoe" }), aHost({ id: "ben" })];
    const slots = slotsOf(aQuery(aPolicy({ hosts }), "2026-12-01", "2026-12-02"), longBefore);
    const order = slots.map((slot) => `${slot.start} ${slot.host}`);
    expect(order).toEqual(order.toSorted());
    expect(slots.slice(0, 2).map((slot) => slot.host)).toEqual(["ben", "zoe"]);
  });

  test("are the same one by one as all together, whatever overlaps", () => {
    const hours = everyDay("10:00-12:00", "09:00-11:00");
    const hosts = [aHost({ id: "zoe", hours }), aHost({ id: "ben", timeZone: "Europe/London" })];
    const query = aQuery(aPolicy({ hosts }), "2026-12-01", "2026-12-03");
    const free = freeSlots(query, instant(longBefore), new Map());
    if (isRefusal(free)) throw new Error(free.refused);
    expect(free.starts.map((_, place) => slotAt(free, place))).toEqual(slotsOf(query, longBefore));
  });

  test("in a language are those of the hosts who speak it, and none where nobody does", () => {
    const hosts = [aHost({ id: "zoe", languages: ["es"] }), aHost({ id: "ben", languages: ["nl"] })];
    const query = aQuery(aPolicy({ hosts }), "2026-12-01", "2026-12-02");
    const inLanguage = (language: "es" | "de") =>
      slotsOf({ ...query, language }, longBefore).map(({ host }) => host);
    expect(new Set(inLanguage("es"))).toEqual(new Set(["zoe"]));
    expect(inLanguage("de")).toEqual([]);
    expect(daysToRead({ ...query, language: "es" })).toMatchObject([{ pk: "acme#host#zoe" }]);
  });

  test("of a session type that does not exist are refused by name", () => {
    const query = { ...aQuery(aPolicy(), "2026-12-01", "2026-12-02"), sessionType: "walk" };
    expect(openSlots(query, instant(longBefore), new Map())).toMatchObject({
      refused: "unknown-session-type",
    });
    expect(daysToRead(query)).toMatchObject({ refused: "unknown-session-type" });
  });
});

describe("what is taken", () => {
  const query = aQuery(
    aPolicy({ hosts: [aHost({ hours: everyDay("09:00-12:00") })] }),
    "2026-12-01",
    "2026-12-02",
  );
  const taken = (start: string, end: string, host = "anna") =>
    cells(instant(start), instant(end)).map((part) => ({
      ...dayKey("acme", host, part.day),
      ...Object.fromEntries(part.cells.map((cell) => [cell, "CODE"])),
    }));

  test("leaves the slots that end where it begins, and begin where it ends", () => {
    const items = taken("2026-12-01T09:00:00Z", "2026-12-01T09:30:00Z");
    expect(startsOf(query, longBefore, items)).toEqual([
      "2026-12-01T08:00:00.000Z",
      "2026-12-01T09:30:00.000Z",
      "2026-12-01T10:00:00.000Z",
    ]);
  });

  test("takes away every slot it touches, by a quarter of an hour too", () => {
    const items = taken("2026-12-01T09:45:00Z", "2026-12-01T10:00:00Z");
    expect(startsOf(query, longBefore, items)).not.toContain("2026-12-01T09:00:00.000Z");
  });

  test("by another host takes nothing from this one", () => {
    const items = taken("2026-12-01T08:00:00Z", "2026-12-01T11:00:00Z", "ben");
    expect(startsOf(query, longBefore, items)).toHaveLength(5);
  });

  test("after midnight UTC counts for a slot that begins before it", () => {
    const host = aHost({ timeZone: "America/New_York", hours: everyDay("18:30-20:00") });
    const evening = aQuery(aPolicy({ hosts: [host] }), "2026-12-01", "2026-12-02", "America/New_York");
    expect(startsOf(evening, longBefore)).toEqual(["2026-12-01T23:30:00.000Z", "2026-12-02T00:00:00.000Z"]);
    expect(startsOf(evening, longBefore, taken("2026-12-02T00:15:00Z", "2026-12-02T00:30:00Z"))).toEqual([]);
  });

  test("stands in the days to read, for customers far east and west too", () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const far = { ...aQuery(aPolicy(), "2026-12-01", "2026-12-03"), timeZone };
      const [days] = daysToRead(far) as { pk: string; from: string; to: string }[];
      const touched = slotsOf(far, longBefore).flatMap((slot) => cells(slot.start, slot.end));
      expect(touched.length).toBeGreaterThan(0);
      expect(days?.pk).toBe("acme#host#anna");
      for (const { day } of touched) {
        expect(`day#${day}` >= (days?.from ?? "") && `day#${day}` <= (days?.to ?? "")).toBe(true);
      }
    }
  });
});

describe("the dates asked for", () => {
  test("are those of the customer's zone, not of the host's", () => {
    const query = aQuery(aPolicy(), "2026-12-01", "2026-12-02", "Asia/Tokyo");
    const starts = startsOf(query, longBefore);
    expect(wallTimes("Asia/Tokyo", starts).every((at) => at.startsWith("2026-12-01"))).toBe(true);
    expect(starts.at(-1)).toBe("2026-12-01T14:30:00.000Z");
  });

  test("include the first and exclude the last", () => {
    const hosts = [aHost({ hours: everyDay("00:00-24:00") })];
    const wall = wallTimes(
      "Europe/Amsterdam",
      startsOf(aQuery(aPolicy({ hosts }), "2026-12-01", "2026-12-02"), longBefore),
    );
    expect([wall[0], wall.at(-1), wall.length]).toEqual(["2026-12-01 00:00", "2026-12-01 23:00", 47]);
  });

  test("may be 29 February", () => {
    const query = aQuery(aPolicy(), "2028-02-29", "2028-03-01");
    const starts = startsOf(query, "2028-02-25T00:00:00Z");
    expect(starts).toHaveLength(15);
    expect(starts.every((at) => at.startsWith("2028-02-29"))).toBe(true);
  });
});

describe("how soon and how far", () => {
  test("exactly the lead time ahead is bookable, a millisecond less is not", () => {
    const query = aQuery(aPolicy(), "2026-12-01", "2026-12-02");
    expect(startsOf(query, "2026-12-01T08:00:00.000Z")[0]).toBe("2026-12-01T10:00:00.000Z");
    expect(startsOf(query, "2026-12-01T08:00:00.001Z")[0]).toBe("2026-12-01T10:30:00.000Z");
  });

  test("the last date is today's in the host's zone plus the horizon, the whole day", () => {
    const host = aHost({ timeZone: "Asia/Tokyo", hours: everyDay("00:00-24:00") });
    const query = aQuery(aPolicy({ hosts: [host] }), "2026-12-01", "2026-12-31", "Asia/Tokyo");
    const last = (now: string) => onTheWall("Asia/Tokyo", startsOf(query, now).at(-1) ?? "");
    expect(last("2026-12-01T14:59:59.999Z")).toBe("2026-12-11 23:00");
    expect(last("2026-12-01T15:00:00.000Z")).toBe("2026-12-12 23:00");
  });

  test("nothing is offered in the past, nor beyond the horizon", () => {
    expect(startsOf(aQuery(aPolicy(), "2026-11-01", "2026-11-20"), longBefore)).toEqual([]);
    expect(startsOf(aQuery(aPolicy(), "2027-01-01", "2027-01-20"), longBefore)).toEqual([]);
  });
});
