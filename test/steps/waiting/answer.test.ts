import { describe, expect, test } from "vitest";
import { hour, second } from "#core/time.ts";
import { sweep } from "#steps/sweep.ts";
import { theAppointment } from "../../builders/booking.ts";
import {
  accept,
  address,
  aFullSlot,
  asked,
  aWaitingWorld,
  giveBack,
  holders,
  thePlace,
  theStart,
} from "../../builders/waiting.ts";

describe("whoever accepts", () => {
  test("has an appointment with the promises and terms of a booking, and leaves the list", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann");
    await giveBack(world, code);
    const taken = await accept(world, places[0] as never);
    if (!("appointment" in taken)) throw new Error("not taken");
    const appointment = await theAppointment(world, taken.appointment);
    expect(appointment).toMatchObject({
      status: "booked",
      start: theStart,
      host: "anna",
      customer: { email: address("ann") },
      terms: { version: "2024-06-06", acceptedAt: world.now() },
      provenAt: world.now(),
    });
    expect(world.started.map(({ name }) => name)).toContain(`${taken.appointment}-v1-r1`);
    await sweep(world);
    expect(world.table.all().filter(({ type }) => type === "place")).toEqual([]);
  });

  test("twice has one appointment and the same answer", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann");
    await giveBack(world, code);
    const { version } = await thePlace(world, places[0] as never);
    const first = await accept(world, places[0] as never, version);
    expect(await accept(world, places[0] as never, version)).toEqual(first);
    expect(
      world.table.all().filter(({ type, status }) => type === "appointment" && status === "booked"),
    ).toHaveLength(1);
  });

  test.each([
    ["a second before the hold ends, has it", -second, "booked"],
    ["exactly at its end, is too late", 0, "offer-over"],
    ["a second after it, is too late", second, "offer-over"],
  ])("%s", async (_name, late, outcome) => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann");
    await giveBack(world, code);
    world.pass(2 * hour + late);
    const answered = await accept(world, places[0] as never);
    expect("refused" in answered ? answered.refused : answered.status).toBe(outcome);
  });

  test("by the link of an earlier offer is told that it has changed", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann");
    const { version } = await thePlace(world, places[0] as never);
    await giveBack(world, code);
    expect(await accept(world, places[0] as never, version)).toMatchObject({ refused: "changed-meanwhile" });
  });

  test("among fifty at once is one: the other forty-nine are told that it is taken", async () => {
    const world = aWaitingWorld({ groupSize: 50 });
    const people = Array.from({ length: 50 }, (_, number) => `p${number}`);
    const { code, places } = await aFullSlot(world, ...people);
    await giveBack(world, code);
    expect(asked(world)).toEqual(people);
    const answers = await Promise.all(places.map((place) => accept(world, place)));
    expect(answers.filter((each) => "appointment" in each)).toHaveLength(1);
    expect(answers.filter((each) => "refused" in each && each.refused === "offer-taken")).toHaveLength(49);
    expect(holders(world)).toHaveLength(1);
  });
});
