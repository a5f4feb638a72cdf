import { describe, expect, test } from "vitest";
import { aHost, aPolicy, aQuery, everyDay, onTheWall, startsOf } from "./hosts.ts";

const spring = { saturday: "2026-03-28", sunday: "2026-03-29", tuesday: "2026-03-31" };
const autumn = { saturday: "2026-10-24", sunday: "2026-10-25", tuesday: "2026-10-27" };

describe.each(["Europe/Amsterdam", "Europe/Madrid"])("when the clocks change in %s", (timeZone) => {
  const startsIn = (hours: string[], from: string, to: string, now: string, stepMinutes = 30) => {
    const host = aHost({ timeZone, hours: everyDay(...hours) });
    return startsOf(aQuery(aPolicy({ hosts: [host], booking: { stepMinutes } }), from, to, timeZone), now);
  };

  test.each([
    ["forward", spring, ["09:00", "08:00", "08:00"]],
    ["back", autumn, ["08:00", "09:00", "09:00"]],
  ])("%s, a session at 10:00 stays at 10:00 on the wall", (_, { saturday, tuesday }, utc) => {
    const starts = startsIn(["10:00-11:00"], saturday, tuesday, `${saturday}T00:00:00Z`);
    expect(starts.map((at) => onTheWall(timeZone, at).slice(11))).toEqual(["10:00", "10:00", "10:00"]);
    expect(starts.map((at) => at.slice(11, 16))).toEqual(utc);
  });

  test("forward, an opening through the night is an hour shorter, and no slot comes twice", () => {
    const starts = startsIn(["00:00-06:00"], spring.sunday, "2026-03-30", "2026-03-27T00:00:00Z", 60);
    expect(starts.map((at) => onTheWall(timeZone, at).slice(11))).toEqual([
      "00:00",
      "01:00",
      "03:00",
      "04:00",
      "05:00",
    ]);
  });

  test("back, an opening through the night is an hour longer, and both 02:00 are slots", () => {
    const starts = startsIn(["00:00-06:00"], autumn.sunday, "2026-10-26", "2026-10-23T00:00:00Z", 60);
    expect(starts.map((at) => onTheWall(timeZone, at).slice(11))).toEqual([
      "00:00",
      "01:00",
      "02:00",
      "02:00",
      "03:00",
      "04:00",
      "05:00",
    ]);
    expect(new Set(starts).size).toBe(7);
  });

  test("forward, an opening at an hour that is jumped over moves on, or is none", () => {
    const night = (hours: string) =>
      startsIn([hours], spring.sunday, "2026-03-30", "2026-03-27T00:00:00Z").map((at) =>
        onTheWall(timeZone, at).slice(11),
      );
    expect(night("02:30-05:00")).toEqual(["03:30", "04:00"]);
    expect(night("02:00-03:00")).toEqual([]);
  });

  test("back, an opening that ends at an hour shown twice ends at the first", () => {
    const starts = startsIn(["01:00-02:30"], autumn.sunday, "2026-10-26", "2026-10-23T00:00:00Z");
    expect(starts).toEqual(["2026-10-24T23:00:00.000Z", "2026-10-24T23:30:00.000Z"]);
  });

  test("back, the day asked for has all its 25 hours", () => {
    const starts = startsIn(["00:00-24:00"], autumn.sunday, "2026-10-26", "2026-10-23T00:00:00Z", 60);
    expect(starts).toHaveLength(25);
  });
});

describe("a host off the full hour", () => {
  test.each([
    ["Asia/Kolkata", "2026-12-01T03:30:00.000Z"],
    ["Asia/Kathmandu", "2026-12-01T03:15:00.000Z"],
    ["Pacific/Chatham", "2026-11-30T19:15:00.000Z"],
  ])("in %s begins at 09:00 there", (timeZone, utc) => {
    const query = aQuery(aPolicy({ hosts: [aHost({ timeZone })] }), "2026-12-01", "2026-12-02", timeZone);
    const starts = startsOf(query, "2026-11-25T00:00:00Z");
    expect(starts[0]).toBe(utc);
    expect(starts).toHaveLength(15);
  });

  test("in a zone whose clocks change by half an hour keeps 09:00 through it", () => {
    const timeZone = "Australia/Lord_Howe";
    const query = aQuery(aPolicy({ hosts: [aHost({ timeZone })] }), "2026-04-04", "2026-04-07", timeZone);
    const firsts = startsOf(query, "2026-04-01T00:00:00Z").filter((at) =>
      onTheWall(timeZone, at).endsWith(" 09:00"),
    );
    expect(firsts.map((at) => at.slice(11, 16))).toEqual(["22:00", "22:30", "22:30"]);
  });
});
