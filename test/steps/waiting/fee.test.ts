import { expect, test } from "vitest";
import type { NoShowPolicy } from "#core/policy/shape.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { acceptOffer } from "#steps/waiting/answer.ts";
import { viewEntry } from "#steps/waiting/view.ts";
import { aBookedAppointment } from "../../builders/booking.ts";
import {
  address,
  aFullSlot,
  asked,
  aWaitingWorld,
  giveBack,
  inLine,
  thePlace,
} from "../../builders/waiting.ts";
import { at, type TestWorld, taxdome } from "../../builders/world.ts";

const aFee = { kind: "fee", amount: "50.00", currency: "EUR", clause: "§4" } as const;

const aWorldWithFees = (): TestWorld => {
  const world = aWaitingWorld();
  const { policy, version } = taxdome(world);
  const { appointments } = policy;
  if (appointments?.noShow === undefined) throw new Error("taxdome has a rule about no-shows");
  const noShow: NoShowPolicy = { ...appointments.noShow, consequence: aFee };
  const changed = { ...policy, appointments: { ...appointments, noShow } };
  return { ...world, policies: { ...world.policies, current: () => ({ policy: changed, version }) } };
};

const calledOffLate = async (world: TestWorld, person: string, start: string): Promise<void> => {
  const { code } = await aBookedAppointment(world, {
    start: at(start),
    customer: { name: person, email: address(person) },
  });
  world.setNow(new Date(Date.parse(start) - 5 * 3_600_000).toISOString());
  await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer", proven: true } });
};

test("somebody who owes the fee is offered the session, sees what it costs, and takes it only by accepting that", async () => {
  const world = aWorldWithFees();
  await calledOffLate(world, "ann", "2026-12-03T09:00:00Z");
  await calledOffLate(world, "ann", "2026-12-04T09:00:00Z");
  const { code, places } = await aFullSlot(world);
  const [place] = [...places, ...(await inLine(world, "ann"))];
  await giveBack(world, code);
  expect(asked(world)).toEqual(["ann"]);
  const entry = await thePlace(world, place as never);
  const seen = await viewEntry(world, taxdome(world), entry);
  expect(seen).toMatchObject({
    actions: ["accept", "decline", "leave"],
    offer: { fee: { amount: "50.00", currency: "EUR" } },
  });
  const press = { code: entry.code, version: entry.version, proven: true };
  expect(await acceptOffer(world, taxdome(world), press)).toMatchObject({ refused: "fee-required" });
  const taken = await acceptOffer(world, taxdome(world), { ...press, feeAccepted: true });
  expect(taken).toMatchObject({ status: "booked" });
  const customer = world.table.all().find(({ pk }) => pk === `taxdome#customer#${address("ann")}`);
  expect(Object.keys(customer?.["fees"] as object)).toEqual([(taken as { appointment: string }).appointment]);
});
