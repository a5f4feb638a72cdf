import { describe, expect, test } from "vitest";
import { calendarDate } from "#core/calendar.ts";
import { hour } from "#core/time.ts";
import {
  aFullSlot,
  asked,
  aWaitingWorld,
  decline,
  giveBack,
  inLine,
  thePlace,
  tryToJoin,
} from "../../builders/waiting.ts";

describe("joining the waiting list", () => {
  test("gives a place that can be looked up by its code", async () => {
    const world = aWaitingWorld();
    const [place] = await inLine(world, "ann");
    expect(place).toMatchObject({ status: "waiting", version: 1, ends: "2026-12-11T23:00:00.000Z" });
    expect(await thePlace(world, place as never)).toMatchObject({ sessionType: "implementation" });
  });

  test("twice with one key gives one place and one answer", async () => {
    const world = aWaitingWorld();
    const first = await tryToJoin(world, "ann", {}, "key");
    expect(await tryToJoin(world, "ann", {}, "key")).toEqual(first);
    const both = await Promise.all([tryToJoin(world, "ben", {}, "k"), tryToJoin(world, "ben", {}, "k")]);
    expect(both[1]).toEqual(both[0]);
    expect(world.table.all().filter(({ type }) => type === "place")).toHaveLength(2);
  });

  test("for the same days a second time is refused, for other days it is not", async () => {
    const world = aWaitingWorld();
    await inLine(world, "ann");
    expect(await tryToJoin(world, "ann")).toMatchObject({ refused: "already-waiting" });
    expect(await tryToJoin(world, "ann", { to: calendarDate("2026-12-11") })).toHaveProperty("code");
  });

  test("is possible three times at once; a place that was left counts no more", async () => {
    const world = aWaitingWorld();
    const [place] = await inLine(world, "ann");
    for (const to of ["2026-12-10", "2026-12-11"]) await tryToJoin(world, "ann", { to: calendarDate(to) });
    const fourth = { to: calendarDate("2026-12-09") };
    expect(await tryToJoin(world, "ann", fourth)).toMatchObject({ refused: "too-many" });
    await decline(world, place as never, true);
    expect(await tryToJoin(world, "ann", fourth)).toHaveProperty("code");
  });

  test("many times at the same moment stays within that", async () => {
    const world = aWaitingWorld();
    const days = ["08", "09", "10", "11", "12"].map((day) => calendarDate(`2026-12-${day}`));
    const results = await Promise.all(days.map((to) => tryToJoin(world, "ann", { to })));
    expect(results.filter((result) => "code" in result)).toHaveLength(3);
  });

  test.each([
    ["days that are over", { from: "2026-11-20", to: "2026-11-25" }, "span-over"],
    ["no days", { from: "2026-12-10", to: "2026-12-10" }, "span-empty"],
    ["half a year", { from: "2026-12-10", to: "2027-06-10" }, "span-too-long"],
    ["a session that there is not", { sessionType: "massage" }, "unknown-session-type"],
  ])("for %s is refused", async (_name, changes, refused) => {
    expect(await tryToJoin(aWaitingWorld(), "ann", changes as never)).toMatchObject({ refused });
  });
});

describe("a place on the list", () => {
  test("that was left is not asked any more", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann");
    expect(await decline(world, places[0] as never, true)).toMatchObject({ status: "left" });
    await giveBack(world, code);
    expect(asked(world)).toEqual([]);
    expect(await decline(world, places[0] as never)).toMatchObject({ refused: "not-waiting" });
  });

  test("ends by itself after its days, and then counts no more", async () => {
    const world = aWaitingWorld({ entriesPerPerson: 1 });
    const later = { from: calendarDate("2026-12-14"), to: calendarDate("2026-12-19") };
    await inLine(world, "ann");
    world.setNow("2026-12-11T22:59:59Z");
    expect(await tryToJoin(world, "ann", later)).toMatchObject({ refused: "too-many" });
    world.setNow("2026-12-11T23:00:00Z");
    expect(await tryToJoin(world, "ann", later)).toHaveProperty("code");
  });

  test("keeps its turn when an offer was declined", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    await decline(world, places[0] as never);
    await decline(world, places[1] as never);
    world.pass(hour);
    const { code: other } = await aFullSlot(world);
    await giveBack(world, other);
    expect(asked(world)).toEqual(["ann", "ben", "ann"]);
  });
});
