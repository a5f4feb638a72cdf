import { expect, test } from "vitest";
import { putCustomer } from "#core/customer/customer.ts";
import { acceptFee } from "#core/customer/fees.ts";
import { readCustomerHead } from "#steps/limits.ts";
import { aJudgement, anIncident } from "../builders/access.ts";
import { aBookedAppointment, theAppointment } from "../builders/booking.ts";
import { at, aWorld } from "../builders/world.ts";

test("a session that a judgement takes away costs nothing: its accepted fee is void, and it is no strike", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  const email = "noor@customer.example";
  const fee = { amount: "50.00", currency: "EUR", acceptedAt: world.now(), for: ["EARLIER"] };
  await world.table.commit([
    putCustomer(acceptFee(await readCustomerHead(world, "taxdome", email), code, fee)),
  ]);
  const { id } = await anIncident(world);
  const until = at("2027-06-01T00:00:00Z");
  world.setNow("2026-12-10T06:00:00Z");
  await aJudgement(world, { id, outcome: "restriction", until, openBookings: "cancel" });
  expect(await theAppointment(world, code)).toMatchObject({ status: "cancelled" });
  const { fees, noShows } = await readCustomerHead(world, "taxdome", email);
  expect(fees?.[code]?.settled).toMatchObject({ as: "void" });
  expect(noShows).toBeUndefined();
});
