import { describe, expect, it } from "vitest";
import { freeDays, nearest } from "../../../web/link/free-times.ts";
import { momentsIn } from "../../../web/link/moment.ts";
import { aLink, aSlot } from "./fixtures.ts";

const moments = momentsIn("en", "Europe/Amsterdam");
const days = (...slots: Parameters<typeof freeDays>[0][number][]) =>
  freeDays(slots, aLink(), moments).map(({ date, times }) => [
    date,
    ...times.map(({ label, otherHost }) => (otherHost ? `${label} other` : label)),
  ]);

describe("free times", () => {
  it("stand under the day that they have in the customer's zone, in the order of time", () => {
    expect(days(aSlot("2026-12-11T23:30Z"), aSlot("2026-12-11T09:00Z"), aSlot("2026-12-11T08:30Z"))).toEqual([
      ["2026-12-11", "09:30", "10:00"],
      ["2026-12-12", "00:30"],
    ]);
  });

  it("stand there once, however many people are free then, and say when it would be somebody else", () => {
    expect(
      days(aSlot("2026-12-11T09:00Z", "ben"), aSlot("2026-12-11T09:00Z"), aSlot("2026-12-11T10:00Z", "ben")),
    ).toEqual([["2026-12-11", "10:00", "11:00 other"]]);
  });

  it("do not offer the time that the session has, with nobody", () => {
    expect(days(aSlot("2026-12-10T09:00Z", "ben"))).toEqual([]);
  });

  it("tell the two hours of an autumn night apart, and leave the others short", () => {
    expect(days(aSlot("2026-10-25T00:30Z"), aSlot("2026-10-25T01:30Z"), aSlot("2026-10-25T02:30Z"))).toEqual([
      ["2026-10-25", "02:30 (Amsterdam, CEST)", "02:30 (Amsterdam, CET)", "03:30"],
    ]);
  });
});

it("finds the nearest before and after", () => {
  const slots = ["2026-12-09T09:00Z", "2026-12-10T08:00Z", "2026-12-10T12:00Z", "2026-12-20T09:00Z"].map(
    (at) => aSlot(at),
  );
  expect(nearest(slots, "2026-12-10T09:00Z", 2).map(({ start }) => start)).toEqual([
    "2026-12-10T08:00:00.000Z",
    "2026-12-10T12:00:00.000Z",
  ]);
});
