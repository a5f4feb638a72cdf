import { expect, test } from "vitest";
import { canBeJudged, isRunning, silence, standingOf } from "../../../web/desk/day/session.ts";
import { createClockFace } from "../../../web/desk/words.ts";

const session = { status: "booked", start: "2026-12-10T09:00:00Z", end: "2026-12-10T10:00:00Z" };
const face = createClockFace("Europe/Amsterdam");
const at = (time: string) => new Date(`2026-12-10T${time}Z`);

test("how a session went can be said from its very start on, and after its end", () => {
  expect([at("08:59:59"), at("09:00:00"), at("11:00:00")].map((now) => canBeJudged(session, now))).toEqual([
    false,
    true,
    true,
  ]);
  expect(canBeJudged({ ...session, status: "cancelled" }, at("09:30:00"))).toBe(false);
});

test("silence can be noted while it runs, and not at its end", () => {
  expect([at("08:59:59"), at("09:00:00"), at("10:00:00")].map((now) => isRunning(session, now))).toEqual([
    false,
    true,
    false,
  ]);
});

test("where it stands is said in words", () => {
  const stands = (now: Date, more = {}) => standingOf({ ...session, ...more }, now, face);
  expect(stands(at("08:30:00"))).toBe("Starts in 30 minutes");
  expect(stands(at("09:30:00"))).toBe("Running since 10:00");
  expect(stands(at("10:00:00"))).toBe("Over: say how it went");
  const attendance = { outcome: "no-show", at: "2026-12-10T09:20:00Z", actor: "staff:eva" };
  expect(stands(at("10:30:00"), { attendance })).toBe("No-show, noted by eva at 10:20");
});

test("the silence is counted in minutes and seconds", () => {
  const since = "2026-12-10T09:10:00Z";
  expect(
    [at("09:10:07"), at("09:15:00"), at("09:15:01"), at("09:09:00")].map((now) => silence(since, now)),
  ).toEqual(["0:07", "5:00", "5:01", "0:00"]);
});
