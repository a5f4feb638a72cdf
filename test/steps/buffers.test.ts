import { expect, test } from "vitest";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { book } from "#steps/book.ts";
import { changeAppointment } from "#steps/revise.ts";
import { aRequest, theAppointment } from "../builders/booking.ts";
import { aWorld, type TestWorld, taxdome } from "../builders/world.ts";

/** TaxDome, with half an hour before each session and a quarter after it. */
const buffered = (world: TestWorld): DeployedPolicy => {
  const deployed = structuredClone(taxdome(world));
  for (const type of deployed.policy.appointments?.sessionTypes ?? [])
    type.bufferMinutes = { before: 30, after: 15 };
  return deployed;
};

const bookAt = (world: TestWorld, start: string) => {
  const request = aRequest({ start: instant(start) });
  const idempotency = { pack: "taxdome", key: world.newId(), fingerprint: start };
  return book(world, buffered(world), request, idempotency);
};

const codeAt = async (world: TestWorld, start: string): Promise<string> => {
  const booked = await bookAt(world, start);
  if (isRefusal(booked)) throw new Error(booked.refused);
  return booked.code;
};

const cellsOn = async (world: TestWorld): Promise<string[]> => {
  const day = await world.table.get({ pk: "taxdome#host#anna", sk: "day#2026-12-10" });
  return Object.keys(day ?? {})
    .filter((name) => /^c\d{4}$/.test(name))
    .toSorted();
};

test("a booking keeps its buffers free of others, and says what it holds", async () => {
  const world = aWorld();
  const { held } = await theAppointment(world, await codeAt(world, "2026-12-10T09:00:00Z"));
  expect(held).toEqual({ start: "2026-12-10T08:30:00.000Z", end: "2026-12-10T10:15:00.000Z" });
  expect(await cellsOn(world)).toEqual(["c0830", "c0845", "c0900", "c0915", "c0930", "c0945", "c1000"]);
  expect(await bookAt(world, "2026-12-10T10:00:00Z")).toMatchObject({ refused: "slot-taken" });
  expect(await bookAt(world, "2026-12-10T10:30:00Z")).toMatchObject({ refused: "slot-taken" });
});

test("a move takes its buffers along and leaves none behind", async () => {
  const world = aWorld();
  const code = await codeAt(world, "2026-12-10T09:00:00Z");
  const moved = await changeAppointment(world, buffered(world), {
    code,
    version: 1,
    start: instant("2026-12-10T09:30:00Z"),
    by: { actor: "customer" },
  });
  expect(isRefusal(moved)).toBe(false);
  expect(await cellsOn(world)).toEqual(["c0900", "c0915", "c0930", "c0945", "c1000", "c1015", "c1030"]);
});
