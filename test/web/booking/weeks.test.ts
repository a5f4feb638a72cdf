import { describe, expect, it } from "vitest";
import { readerIn } from "../../../web/booking/reader.ts";
import { dateByKey } from "../../../web/booking/views/key-moves.ts";
import {
  mondayOf,
  nearestTo,
  standingDate,
  timeLabel,
  timesByDay,
  weeksFrom,
} from "../../../web/booking/weeks.ts";

const { moments } = readerIn(["nl"], "Europe/Amsterdam");
const slot = (start: string, host = "anna") => ({ start, end: start, host });

describe("four weeks", () => {
  it("begin with the Monday of the week, over the turn of a year", () => {
    expect(["2026-12-28", "2027-01-01", "2027-01-03"].map(mondayOf)).toEqual(Array(3).fill("2026-12-28"));
    expect(weeksFrom("2026-12-28").flat()).toHaveLength(28);
    expect(weeksFrom("2026-12-28")[3]?.[6]).toBe("2027-01-24");
  });

  it.each([
    ["ArrowLeft", "2026-12-08"],
    ["ArrowRight", "2026-12-10"],
    ["ArrowUp", "2026-12-02"],
    ["ArrowDown", "2026-12-16"],
    ["Home", "2026-12-07"],
    ["End", "2026-12-13"],
    ["PageUp", "2026-11-11"],
    ["PageDown", "2027-01-06"],
    ["a", undefined],
  ])("are walked with %s from Wednesday 9 December to %s", (key, date) => {
    expect(dateByKey(key, "2026-12-09")).toBe(date);
  });

  it("keep the keyboard where it was while they are shown, and else put it on the chosen day or the first", () => {
    const page = { first: "2026-11-30", day: "2026-12-02" };
    expect(standingDate(page, "2026-12-27")).toBe("2026-12-27");
    expect(standingDate(page, "2026-12-28")).toBe("2026-12-02");
    expect(standingDate({ first: "2026-12-28" }, "2026-12-27")).toBe("2026-12-28");
  });
});

describe("free times", () => {
  it("stand under the visitor's day, in order, each start once whoever receives", () => {
    const slots = [
      slot("2026-12-14T23:30:00Z"),
      slot("2026-12-14T09:00:00Z", "daan"),
      slot("2026-12-14T08:30:00Z"),
      slot("2026-12-14T09:00:00Z"),
    ];
    const days = [...timesByDay(slots, moments)].map(([day, times]) => [
      day,
      times.map(({ start }) => start),
    ]);
    expect(days).toEqual([
      ["2026-12-14", ["2026-12-14T08:30:00Z", "2026-12-14T09:00:00Z"]],
      ["2026-12-15", ["2026-12-14T23:30:00Z"]],
    ]);
  });

  it("say their zone in the autumn night that has an hour twice, and only there", () => {
    const night = ["2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map((at) =>
      slot(at),
    );
    expect(night.map((time) => timeLabel(time, night, moments))).toEqual([
      "02:00",
      "02:30 (Amsterdam, CEST)",
      "02:30 (Amsterdam, CET)",
    ]);
  });

  it("nearest to one that went are those around it, in the order of time", () => {
    const times = [8, 9, 11, 12, 13, 14, 15, 16].map((hour) =>
      slot(`2026-12-14T${String(hour).padStart(2, "0")}:00:00Z`),
    );
    const near = nearestTo("2026-12-14T10:00:00Z", times).map(({ start }) => start.slice(11, 13));
    expect(near).toEqual(["08", "09", "11", "12", "13", "14"]);
  });
});
