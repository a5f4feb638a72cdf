import { describe, expect, test } from "vitest";
import type { Sending } from "#adapters/ports.ts";
import { minute } from "#core/time.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, begun } from "../builders/booking.ts";
import { aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const told = ({ mails, staffMails }: TestWorld): string[] =>
  [...mails, ...staffMails].map(({ mail }) => mail.labels.kind);

const owing = ({ table }: TestWorld) => table.all().filter((item) => "owed" in item);

describe("the first step of an appointment's execution", () => {
  test("tells the customer and then the host, for whom nobody waits who books", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    expect([world.started.length, told(world), owing(world).length]).toEqual([1, [], 1]);
    await begun(world, code);
    expect([world.started.length, told(world), owing(world)]).toEqual([
      1,
      ["confirmation", "staff-booked"],
      [],
    ]);
  });

  test("run twice, or by two at once, tells each of them once", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await Promise.allSettled([begun(world, code), begun(world, code)]);
    await begun(world, code);
    world.pass(5 * minute);
    await sweep(world);
    expect([told(world), owing(world)]).toEqual([["confirmation", "staff-booked"], []]);
  });

  test("that never comes is made up for by the sweeper, which finds all of it", async () => {
    const world = aWorld();
    world.startFailures.push(new Error("the process died"));
    const { code } = await aBookedAppointment(world);
    expect([world.started, told(world)]).toEqual([[], []]);
    world.pass(5 * minute);
    await sweep(world);
    expect([world.started.map(({ name }) => name), told(world), owing(world)]).toEqual([
      [`${code}-v1-r1`],
      ["staff-booked"],
      [],
    ]);
  });

  test("late, after the session was cancelled, tells nobody that there is one", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer" } });
    await expect(begun(world, code)).rejects.toMatchObject({ name: "Superseded" });
    expect([told(world), owing(world)]).toEqual([["cancelled", "staff-cancelled"], []]);
  });

  test("has told the customer when the host's mail is throttled, which the sweeper sends then", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await begun(throttlingHosts(world), code);
    expect([told(world), owing(world).length]).toEqual([["confirmation"], 1]);
    world.pass(5 * minute);
    await sweep(world);
    expect([told(world), owing(world)]).toEqual([["confirmation", "staff-booked"], []]);
  });

  test("tells the host even when the customer's mail is throttled, and the machine tries that again", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.sendings.push(throttled);
    await expect(begun(world, code)).rejects.toMatchObject({ name: "Throttled" });
    expect(told(world)).toEqual(["staff-booked"]);
    await begun(world, code);
    expect(told(world)).toEqual(["confirmation", "staff-booked"]);
  });
});

const throttled: Sending = { outcome: "throttled", reason: "slow down" };

const throttlingHosts = (world: TestWorld): TestWorld => ({
  ...world,
  mailer: {
    send: async (mail) => (mail.labels.kind.startsWith("staff-") ? throttled : world.mailer.send(mail)),
  },
});
