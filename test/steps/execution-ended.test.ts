import { expect, test } from "vitest";
import { executionName, executionOf } from "#core/appointment/execution.ts";
import { executionEnded } from "#steps/execution-ended.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { aBookedAppointment, theAppointment } from "../builders/booking.ts";
import { aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const machine = "taxdome-appointment";
const tasks = (world: TestWorld) => world.table.all().filter((item) => item["type"] === "task");

test("an execution that was lost is told to a person, once however often it is reported", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  await executionEnded(world, machine, executionName({ code, version: 1 }), "TIMED_OUT");
  await executionEnded(world, machine, executionName({ code, version: 1 }), "TIMED_OUT");
  expect(tasks(world)).toMatchObject([
    { what: "execution-lost", about: { code, version: 1 }, reason: "timed_out" },
  ]);
});

test("one that a cancellation stopped is no loss", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  await cancelAppointment(world, taxdome(world), { code, version: 1, by: { actor: "customer" } });
  await executionEnded(world, machine, executionName({ code, version: 1 }), "ABORTED");
  expect(tasks(world)).toEqual([]);
});

test("one that ended after its session is no loss either: nothing is promised any more", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  const { pk, sk } = await theAppointment(world, code);
  await world.table.commit([{ update: { pk, sk }, set: { status: "ended" }, if: { exists: true } }]);
  await executionEnded(world, machine, executionName({ code, version: 1 }), "FAILED");
  expect(tasks(world)).toEqual([]);
});

test("one that somebody started by hand, or of which the table knows nothing, is nobody's", async () => {
  const world = aWorld();
  await executionEnded(world, machine, "try-it", "FAILED");
  await executionEnded(world, "other", "K7M2P9Q-v1-r1", "FAILED");
  await executionEnded(world, machine, "K7M2P9Q-v1-r1", "FAILED");
  expect(tasks(world)).toEqual([]);
});

test("a name tells whose execution it is", () => {
  expect(executionOf(machine, "K7M2P9Q-v12-r3")).toEqual({ pack: "taxdome", code: "K7M2P9Q", version: 12 });
});
