import { expect, test } from "vitest";
import { type Instant, instant } from "#core/time.ts";
import { createClock } from "#local/clock.ts";
import type { Invoke } from "#local/ports.ts";
import { createScheduler } from "#local/scheduler.ts";
import { openStore } from "#local/store.ts";

const start = instant("2026-12-01T09:02:00Z");
const schedule = { name: "Sweeping", everyMinutes: 5, functionName: "sweep" };

/** A world in which `wakes` is the table's index, and a sweep takes off what is due unless it cannot. */
const aWorld = ({ wakes, able = true }: { wakes: string[]; able?: boolean }) => {
  const clock = createClock({ store: openStore(":memory:"), start, real: () => Date.parse(start) });
  const swept: Instant[] = [];
  const due = wakes.map(instant);
  const invoke: Invoke = async () => {
    swept.push(clock.now());
    if (able) due.splice(0, due.length, ...due.filter((at) => at > clock.now()));
    return { ok: true, payload: null };
  };
  const scheduler = createScheduler({
    schedules: [schedule],
    clock,
    invoke,
    earliestWake: async () => due.toSorted()[0],
  });
  scheduler.look();
  return { clock, swept, due, scheduler };
};

test("with nothing due no sweep runs", async () => {
  const { clock, swept } = aWorld({ wakes: [] });
  await clock.advance(instant("2027-12-01T00:00:00Z"));
  expect(swept).toEqual([]);
});

test("a sweep runs at the first tick at or after the earliest wake, and at no other", async () => {
  const { clock, swept } = aWorld({
    wakes: ["2026-12-18T09:00:00Z", "2026-12-20T09:01:00Z", "2026-12-20T09:04:59Z"],
  });
  await clock.advance(instant("2027-01-01T00:00:00Z"));
  expect(swept).toEqual(["2026-12-18T09:00:00.000Z", "2026-12-20T09:05:00.000Z"]);
});

test("what was due before waits for the next tick", async () => {
  const { clock, swept } = aWorld({ wakes: ["2026-11-01T00:00:00Z"] });
  await clock.advance(instant("2026-12-01T09:04:59Z"));
  expect(swept).toEqual([]);
  await clock.advance(instant("2026-12-01T09:05:00Z"));
  expect(swept).toEqual(["2026-12-01T09:05:00.000Z"]);
});

test("what a sweep cannot settle is swept at each tick, once", async () => {
  const { clock, swept } = aWorld({ wakes: ["2026-12-01T09:00:00Z"], able: false });
  await clock.advance(instant("2026-12-01T09:15:00Z"));
  expect(swept).toEqual(["09:05", "09:10", "09:15"].map((time) => `2026-12-01T${time}:00.000Z`));
});

test("a wake that is set earlier than the armed one is seen", async () => {
  const { clock, swept, due, scheduler } = aWorld({ wakes: ["2026-12-20T09:00:00Z"] });
  await clock.advance(instant("2026-12-02T00:00:00Z"));
  due.push(instant("2026-12-03T12:01:00Z"));
  scheduler.look();
  await clock.advance(instant("2026-12-04T00:00:00Z"));
  expect(swept).toEqual(["2026-12-03T12:05:00.000Z"]);
});

test("what runs once a day runs at its hour in UTC, as soon as there is something for it, and not before", async () => {
  const clock = createClock({ store: openStore(":memory:"), start, real: () => Date.parse(start) });
  const ran: Instant[] = [];
  let something = false;
  const scheduler = createScheduler({
    schedules: [{ name: "Counting", everyMinutes: 1440, atMinute: 180, functionName: "count" }],
    clock,
    invoke: async () => {
      ran.push(clock.now());
      return { ok: true, payload: null };
    },
    earliestWake: async () => start,
    daily: () => something,
  });
  scheduler.look();
  await clock.advance(instant("2026-12-03T02:59:59Z"));
  expect(ran).toEqual([]);
  something = true;
  scheduler.look();
  await clock.advance(instant("2026-12-05T02:59:59Z"));
  expect(ran).toEqual(["2026-12-03T03:00:00.000Z", "2026-12-04T03:00:00.000Z"]);
  await clock.advance(instant("2026-12-05T03:00:00Z"));
  expect(ran).toHaveLength(3);
});
