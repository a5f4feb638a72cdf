import { expect, test } from "vitest";
import { byDeadline } from "../../../web/desk/lists/by-deadline.ts";
import { createClockFace, daysFrom, nearnessOf, said, whoIs } from "../../../web/desk/words.ts";

const now = new Date("2026-12-01T12:00:00Z");
const near = (due: string) => nearnessOf(due, now);

test("a deadline is kept at its very moment, and late a second after", () => {
  expect(near("2026-12-01T12:00:01Z")).toEqual({ near: "soon", words: "Due in 0 minutes" });
  expect(near("2026-12-01T12:00:00Z").near).toBe("soon");
  expect(near("2026-12-01T11:59:59Z")).toEqual({ near: "late", words: "Late by 0 minutes" });
});

test("within a day it is soon, a second more and it is ahead", () => {
  expect(near("2026-12-02T12:00:00Z")).toEqual({ near: "soon", words: "Due in 24 hours" });
  expect(near("2026-12-02T12:00:01Z").near).toBe("ahead");
});

test("it is never said to be longer than it is", () => {
  expect(near("2026-12-01T13:59:59Z").words).toBe("Due in 119 minutes");
  expect(near("2026-12-01T14:00:00Z").words).toBe("Due in 2 hours");
  expect(near("2026-12-03T11:59:59Z").words).toBe("Due in 47 hours");
  expect(near("2026-11-28T11:00:00Z").words).toBe("Late by 3 days");
  expect(near("2026-12-01T11:58:30Z").words).toBe("Late by 1 minute");
});

test("cases come by their next deadline, those without one last", () => {
  const row = (number: string, nextDeadline?: string) => ({
    number,
    ...(nextDeadline !== undefined && { nextDeadline }),
  });
  const cases = [row("C"), row("B", "2026-12-05T09:00:00.000Z"), row("A", "2026-12-01T09:00:00.000Z")];
  expect(byDeadline(cases).map(({ number }) => number)).toEqual(["A", "B", "C"]);
});

test("moments are those of one zone, and days go on over the end of a month and of summer time", () => {
  const face = createClockFace("Europe/Amsterdam");
  expect(face.time("2026-12-01T08:05:00Z")).toBe("09:05");
  expect(face.date("2026-11-30T23:30:00Z")).toBe("2026-12-01");
  expect([daysFrom("2026-11-30", 1), daysFrom("2026-10-25", -1)]).toEqual(["2026-12-01", "2026-10-24"]);
});

test("words and names read as people write them", () => {
  expect([said("request-information"), whoIs("staff:sanne"), whoIs("kept"), whoIs("customer")]).toEqual([
    "Request information",
    "sanne",
    "Kept",
    "The customer",
  ]);
});
