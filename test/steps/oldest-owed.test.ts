import { expect, test } from "vitest";
import { minute } from "#core/time.ts";
import { oldestOwedMinutes } from "#steps/oldest-owed.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { aWorld } from "../builders/world.ts";

test("nothing is late in a world where all went well", async () => {
  const world = aWorld();
  await aBookedAppointment(world);
  expect(await oldestOwedMinutes(world)).toBe(0);
});

test("a start that failed is owed from the booking on, until a sweep has carried it out", async () => {
  const world = aWorld();
  world.startFailures.push(new Error("Step Functions is down"));
  await aBookedAppointment(world);
  world.pass(17 * minute + 59_000);
  expect(await oldestOwedMinutes(world)).toBe(17);
  await sweep(world);
  expect(await oldestOwedMinutes(world)).toBe(0);
});
