import { describe, expect, test } from "vitest";
import { asCustomer, customerKey, putCustomer } from "#core/customer/customer.ts";
import { isRefusal } from "#core/errors.ts";
import { hour, minute, plus, second } from "#core/time.ts";
import { judgeConduct } from "#steps/judge-conduct.ts";
import { reportConduct } from "#steps/report-conduct.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, begun, tryToBook } from "../../builders/booking.ts";
import {
  accept,
  address,
  aFullSlot,
  asked,
  aWaitingWorld,
  decline,
  giveBack,
  holders,
  inLine,
  thePlace,
  theStart,
  tryToJoin,
} from "../../builders/waiting.ts";
import { at, type TestWorld, taxdome } from "../../builders/world.ts";

/** By another person than who reported it. */
const judged = async (world: TestWorld, person: string): Promise<void> => {
  const key = (name: string) => ({ pack: "taxdome", key: name, fingerprint: name });
  const report = { customer: address(person), evidence: "Insults in the chat", by: "eva" };
  const incident = await reportConduct(world, taxdome(world), report, key("report"));
  if (isRefusal(incident)) throw new Error(incident.refused);
  const verdict = {
    outcome: "permanent",
    reason: "As it was written",
    by: "ruth",
    openBookings: "keep",
  } as const;
  await judgeConduct(world, taxdome(world), { ...verdict, id: incident.id }, key("judge"));
};

const restrict = async (world: TestWorld, person: string): Promise<void> => {
  const item = await world.table.get(customerKey("taxdome", address(person)));
  if (item === undefined) throw new Error(`${person} is unknown`);
  const restrictions = [{ incident: "I1", at: world.now() }];
  await world.table.commit([putCustomer({ ...asCustomer(item), restrictions })]);
};

describe("a slot that a customer gives back", () => {
  test("is offered to the first in line, and nobody else can book it meanwhile", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    expect(asked(world)).toEqual(["ann"]);
    expect(await tryToBook(world, { customer: { name: "Zoe", email: address("zoe") } })).toMatchObject({
      refused: "slot-taken",
    });
  });

  test("is offered when it was moved away from, too", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann");
    const by = { actor: "customer" } as const;
    await changeAppointment(world, taxdome(world), { code, by, start: at("2026-12-11T09:00:00Z") });
    await begun(world, code, 2);
    expect(asked(world)).toEqual(["ann"]);
  });

  test("is offered to nobody when the company itself takes it back", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann");
    await cancelAppointment(world, taxdome(world), { code, by: { actor: "staff:eva" } });
    expect(asked(world)).toEqual([]);
    expect(holders(world)).toEqual([]);
  });

  test("is an ordinary one at once where nobody waits for such a time", async () => {
    const world = aWaitingWorld();
    const { code } = await aBookedAppointment(world);
    await tryToJoin(world, "ann", { from: "2026-12-11" as never });
    await giveBack(world, code);
    expect(asked(world)).toEqual([]);
    expect(await tryToBook(world)).toHaveProperty("code");
  });

  test("reaches the third in line when two keep silent, each at the end of the hold", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann", "ben", "eva");
    await giveBack(world, code);
    for (const expected of [["ann"], ["ann", "ben"], ["ann", "ben", "eva"]]) {
      expect(asked(world)).toEqual(expected);
      world.pass(2 * hour - second);
      await sweep(world);
      expect(asked(world)).toEqual(expected);
      if (expected.length === 3) break;
      world.pass(second);
      await sweep(world);
    }
    const taken = await accept(world, places[2] as never);
    expect(taken).toMatchObject({ status: "booked" });
    expect(holders(world)).toEqual(["appointment" in taken ? taken.appointment : ""]);
  });

  test("is free again for everybody when all have kept silent", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    for (let stage = 0; stage < 2; stage += 1) {
      world.pass(2 * hour);
      await sweep(world);
    }
    expect(holders(world)).toEqual([]);
    expect(await tryToBook(world)).toHaveProperty("code");
    world.pass(24 * hour);
    await sweep(world);
    expect(asked(world)).toEqual(["ann", "ben"]);
  });

  test("goes to the next at once when it is declined", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    await decline(world, places[0] as never);
    expect(asked(world)).toEqual(["ann", "ben"]);
    expect(await thePlace(world, places[0] as never)).toMatchObject({ status: "waiting" });
  });

  test("waits for the rest of a group when one of it declines", async () => {
    const world = aWaitingWorld({ groupSize: 2 });
    const { code, places } = await aFullSlot(world, "ann", "ben", "eva");
    await giveBack(world, code);
    await decline(world, places[0] as never);
    expect(asked(world)).toEqual(["ann", "ben"]);
    await decline(world, places[1] as never, true);
    expect(asked(world)).toEqual(["ann", "ben", "eva"]);
  });
});

describe("the cut-off", () => {
  test.each([
    ["exactly three hours before, somebody is asked", 0, ["ann"]],
    ["a second later nobody is", second, []],
  ])("%s", async (_name, later, expected) => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann");
    world.setNow(plus(theStart, later - 3 * hour));
    await giveBack(world, code);
    expect(asked(world)).toEqual(expected);
  });

  test("past it, a declined slot is an ordinary one again", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann", "ben");
    world.setNow(plus(theStart, -3 * hour));
    await giveBack(world, code);
    world.pass(second);
    await decline(world, places[0] as never);
    expect(asked(world)).toEqual(["ann"]);
    expect(holders(world)).toEqual([]);
  });
});

describe("somebody who may not have it", () => {
  test("is passed over while restricted", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann", "ben");
    await restrict(world, "ann");
    await giveBack(world, code);
    expect(asked(world)).toEqual(["ben"]);
  });

  test("cannot take by its link what was offered before the restriction", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    await restrict(world, "ann");
    expect(await accept(world, places[0] as never)).toMatchObject({ refused: "restricted" });
  });

  test("does not keep what was offered before the judgement: it goes to the next at once", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    await judged(world, "ann");
    expect(asked(world)).toEqual(["ann", "ben"]);
  });

  test("is passed over once the offers of a day are used up, and asked again a day later", async () => {
    const world = aWaitingWorld({ offersPerPersonPerDay: 1 });
    const { code, places } = await aFullSlot(world, "ann");
    await giveBack(world, code);
    await decline(world, places[0] as never);
    const again = await aBookedAppointment(world);
    await giveBack(world, again.code);
    expect(asked(world)).toEqual(["ann"]);
    const dayLater = await aBookedAppointment(world);
    world.pass(24 * hour);
    await giveBack(world, dayLater.code);
    expect(asked(world)).toEqual(["ann", "ann"]);
  });
});

describe("a process that dies", () => {
  test("between the change and the offer leaves it to the sweeper, which makes one", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann");
    const stop = world.executions.stop;
    world.executions.stop = () => Promise.reject(new Error("died"));
    await giveBack(world, code);
    world.executions.stop = stop;
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep(world);
    expect(asked(world)).toEqual(["ann"]);
    expect(world.table.all().filter(({ type }) => type === "offer")).toHaveLength(1);
  });

  test("between the offer and its mail leaves the mail owed: it goes out once", async () => {
    const world = aWaitingWorld();
    const { code } = await aFullSlot(world, "ann");
    const page = world.links.page;
    world.links.page = () => Promise.reject(new Error("died"));
    await giveBack(world, code);
    world.links.page = page;
    expect(asked(world)).toEqual([]);
    world.pass(5 * minute);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep(world);
    expect(asked(world)).toEqual(["ann"]);
  });

  test("between a decline and the next stage leaves that to the sweeper", async () => {
    const world = aWaitingWorld();
    const { code, places } = await aFullSlot(world, "ann", "ben");
    await giveBack(world, code);
    const list = world.table.list;
    world.table.list = () => Promise.reject(new Error("died"));
    await decline(world, places[0] as never);
    world.table.list = list;
    expect(asked(world)).toEqual(["ann"]);
    await sweep(world);
    expect(asked(world)).toEqual(["ann", "ben"]);
  });
});

test("a mail that was refused is a task for a person, and the offer stands", async () => {
  const world = aWaitingWorld();
  const { code } = await aFullSlot(world, "ann");
  world.sendings.push(
    { outcome: "accepted", messageId: "m" },
    { outcome: "rejected", reason: "no such box" },
  );
  await giveBack(world, code);
  const tasks = world.table.all().filter(({ type }) => type === "task");
  expect(tasks).toEqual([expect.objectContaining({ what: "send-failed" })]);
});

test("a person with two places is asked once for one slot", async () => {
  const world = aWaitingWorld({ groupSize: 2 });
  const { code } = await aBookedAppointment(world);
  await inLine(world, "ann");
  await tryToJoin(world, "ann", { from: "2026-12-08" as never });
  await giveBack(world, code);
  expect(asked(world)).toEqual(["ann"]);
});
