import { describe, expect, test } from "vitest";
import { isRefusal } from "#core/errors.ts";
import { begun, tryToBook } from "../../builders/booking.ts";
import {
  address,
  aFullSlot,
  asked,
  aWaitingWorld,
  giveBack,
  inLine,
  thePlace,
  theStart,
} from "../../builders/waiting.ts";
import { at, type TestWorld } from "../../builders/world.ts";

const books = async (world: TestWorld, person: string, start: string): Promise<void> => {
  const customer = { name: person, email: address(person) };
  const booked = await tryToBook(world, { customer, start: at(start) });
  if (isRefusal(booked)) throw new Error(booked.refused);
  await begun(world, booked.code);
};

describe("whoever waits and books a session like it themselves", () => {
  test.each([
    ["on the first day of the span", "2026-12-07T08:00:00Z", "left"],
    ["on its last", "2026-12-11T15:00:00Z", "left"],
    ["before it", "2026-12-04T15:00:00Z", "waiting"],
    ["after it", "2026-12-14T08:00:00Z", "waiting"],
  ])("%s: their place is %s", async (_when, start, status) => {
    const world = aWaitingWorld();
    const [place] = await inLine(world, "ann");
    await books(world, "ann", start);
    expect(await thePlace(world, place as never)).toMatchObject({ status });
  });

  test("of another type goes on waiting", async () => {
    const world = aWaitingWorld();
    const [place] = await inLine(world, "ann");
    const customer = { name: "ann", email: address("ann") };
    const request = { customer, sessionType: "quick-assist", start: at("2026-12-08T09:00:00Z") };
    expect(await tryToBook(world, request)).toMatchObject({ status: "booked" });
    expect(await thePlace(world, place as never)).toMatchObject({ status: "waiting" });
  });

  test("passes on at once what was kept for them", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    expect(asked(world)).toEqual(["ann"]);
    await books(world, "ann", "2026-12-08T09:00:00Z");
    expect(asked(world)).toEqual(["ann", "ben"]);
    expect(await tryToBook(world, { start: theStart })).toMatchObject({ refused: "slot-taken" });
  });
});
