import { expect, test } from "vitest";
import { spanProblem } from "#core/appointment/span.ts";
import { calendarDate } from "#core/calendar.ts";

const asked = (from: string, to: string) => spanProblem(calendarDate(from), calendarDate(to))?.refused;

test("a span of one to 62 days can be asked for", () => {
  expect(asked("2026-12-01", "2026-12-02")).toBeUndefined();
  expect(asked("2026-07-01", "2026-09-01")).toBeUndefined();
});

test("63 days are too long, and a span that ends where it begins, or before, is empty", () => {
  expect(asked("2026-07-01", "2026-09-02")).toBe("span-too-long");
  expect(asked("2026-12-01", "2026-12-01")).toBe("span-empty");
  expect(asked("2026-12-02", "2026-12-01")).toBe("span-empty");
});
