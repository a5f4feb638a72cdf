import { describe, expect, test } from "vitest";
import { createPolicies } from "#adapters/policies.ts";
import { isRefusal } from "#core/errors.ts";
import type { NoShowPolicy } from "#core/policy/shape.ts";
import { confirmAppointment } from "#steps/confirm.ts";
import { lookAtCustomer } from "#steps/customer.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { judgeStrike, settleFeeOf, waiveStrike } from "#steps/strikes.ts";
import { sweep } from "#steps/sweep.ts";
import { openTasks } from "#steps/tasks.ts";
import { aBookedAppointment, begun, theAppointment, tryToBook } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const mailed = { actor: "customer", proven: true } as const;
const handedOut = { actor: "customer" } as const;
const eva = "staff:eva" as const;

const aWorldWith = (changes: Partial<NoShowPolicy>): TestWorld => {
  const { policy, version } = taxdome(aWorld());
  const { appointments } = policy;
  if (appointments?.noShow === undefined) throw new Error("taxdome has a rule about no-shows");
  const noShow = { ...appointments.noShow, ...changes };
  const deployed = { policy: { ...policy, appointments: { ...appointments, noShow } }, version };
  return { ...aWorld(), policies: { ...createPolicies(), current: () => deployed } };
};

const aFee = { kind: "fee", amount: "50.00", currency: "EUR", clause: "§4" } as const;

/** Books for that start, and calls it off five hours before, by the link in a mail. */
const calledOffLate = async (
  world: TestWorld,
  start: string,
  by: typeof mailed | typeof handedOut = mailed,
) => {
  const { code } = await aBookedAppointment(world, { start: at(start) });
  world.setNow(new Date(Date.parse(start) - 5 * 3_600_000).toISOString());
  const after = await cancelAppointment(world, taxdome(world), { code, by });
  if (isRefusal(after)) throw new Error(after.refused);
  return code;
};

const kinds = (world: TestWorld): string[] =>
  world.mails.map(({ mail }) => mail.labels.kind).filter((kind) => kind.startsWith("no-show"));

const noor = async (world: TestWorld) => {
  const view = await lookAtCustomer(world, taxdome(world), "Noor@customer.example");
  if (isRefusal(view)) throw new Error(view.refused);
  return view;
};

const twice = async (world: TestWorld) => [
  await calledOffLate(world, "2026-12-10T09:00:00Z"),
  await calledOffLate(world, "2026-12-15T09:00:00Z"),
];

describe("a cancellation", () => {
  test("exactly 24 hours before is no strike; one second later it is, and the customer is warned", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const other = await aBookedAppointment(world, { start: at("2026-12-10T12:00:00Z") });
    world.setNow("2026-12-09T09:00:00Z");
    await cancelAppointment(world, taxdome(world), { code, by: mailed });
    expect((await noor(world)).strikes).toEqual([]);
    world.setNow("2026-12-09T12:00:01Z");
    await cancelAppointment(world, taxdome(world), { code: other.code, by: mailed });
    expect((await noor(world)).strikes).toMatchObject([
      { id: other.code, cause: "late-cancellation", at: "2026-12-10T12:00:00.000Z", counts: true },
    ]);
    expect(kinds(world)).toEqual(["no-show-warning"]);
  });

  test("by the link of the booking's answer proves nothing: it is known, and counts for nothing", async () => {
    const world = aWorld();
    await calledOffLate(world, "2026-12-10T09:00:00Z", handedOut);
    expect((await noor(world)).strikes).toMatchObject([{ counts: false }]);
    expect(kinds(world)).toEqual([]);
  });

  test("by the company, however late, is nobody's strike", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T08:00:00Z");
    await cancelAppointment(world, taxdome(world), { code, by: { actor: eva } });
    expect(await noor(world)).toMatchObject({ strikes: [] });
  });
});

describe("a late change", () => {
  test("counts from the start that was given up, and being missed as well is no second strike", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T04:00:00Z");
    await changeAppointment(world, taxdome(world), { code, start: at("2026-12-14T09:00:00Z"), by: mailed });
    await begun(world, code, 2);
    world.setNow("2026-12-14T11:00:00Z");
    await recordOutcome(world, taxdome(world), { code, outcome: "no-show", by: { actor: eva } });
    expect((await noor(world)).strikes).toMatchObject([
      { cause: "late-change", at: "2026-12-10T09:00:00.000Z" },
    ]);
    expect(kinds(world)).toEqual(["no-show-warning"]);
  });

  test("that lost the race for its slot leaves no strike behind", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await aBookedAppointment(world, {
      start: at("2026-12-14T09:00:00Z"),
      customer: { name: "Other", email: "other@customer.example" },
    });
    world.setNow("2026-12-10T04:00:00Z");
    const moved = await changeAppointment(world, taxdome(world), {
      code,
      start: at("2026-12-14T09:00:00Z"),
      by: mailed,
    });
    expect(isRefusal(moved)).toBe(true);
    expect((await noor(world)).strikes).toEqual([]);
  });
});

describe("the next booking", () => {
  test("is refused before the date, with the date, and taken at it", async () => {
    const world = aWorld();
    await twice(world);
    expect(kinds(world)).toEqual(["no-show-warning", "no-show-consequence"]);
    expect(await tryToBook(world, { start: at("2026-12-22T09:00:00Z") })).toMatchObject({
      refused: "not-before",
      facts: { notBefore: "2027-06-15T08:00:00.000Z" },
    });
    world.setNow("2027-06-01T08:00:00Z");
    expect(await tryToBook(world, { start: at("2027-06-15T07:00:00Z") })).toMatchObject({
      refused: "not-before",
    });
    expect(await tryToBook(world, { start: at("2027-06-15T08:00:00Z") })).toMatchObject({ status: "booked" });
  });

  test("that raced with the strike does not slip through", async () => {
    const world = aWorld();
    const one = await aBookedAppointment(world);
    const two = await aBookedAppointment(world, { start: at("2026-12-11T09:00:00Z") });
    world.setNow("2026-12-10T06:00:00Z");
    await cancelAppointment(world, taxdome(world), { code: one.code, by: mailed });
    world.setNow("2026-12-10T10:00:00Z");
    let raced = false;
    const table: TestWorld["table"] = {
      ...world.table,
      commit: async (writes) => {
        if (!raced) {
          raced = true;
          await cancelAppointment(world, taxdome(world), { code: two.code, by: mailed });
        }
        return world.table.commit(writes);
      },
    };
    expect(await tryToBook({ ...world, table }, { start: at("2026-12-22T09:00:00Z") })).toMatchObject({
      refused: "not-before",
    });
  });

  test("costs the fee where the policy says so, on the customer's word; staff mark it paid, once", async () => {
    const world = aWorldWith({ consequence: aFee });
    await twice(world);
    const start = at("2026-12-22T09:00:00Z");
    expect(await tryToBook(world, { start })).toMatchObject({
      refused: "fee-required",
      facts: { fee: { amount: "50.00", currency: "EUR" } },
    });
    const { code } = await aBookedAppointment(world, { start, feeAccepted: true });
    expect((await theAppointment(world, code)) as object).not.toHaveProperty("feeAccepted");
    expect((await noor(world)).fees).toMatchObject([{ id: code, state: "owed", amount: "50.00" }]);
    const settle = (as: "paid" | "waived") => settleFeeOf(world, taxdome(world), { code, actor: eva, as });
    expect(await settle("paid")).toMatchObject({ code });
    expect(await settle("paid")).toMatchObject({ code });
    expect(await settle("waived")).toMatchObject({ refused: "already-over" });
    expect((await noor(world)).fees).toMatchObject([{ state: "paid" }]);
    expect(await tryToBook(world, { start: at("2026-12-23T09:00:00Z") })).toMatchObject({ status: "booked" });
  });

  test("costs it again where the session was called off in time", async () => {
    const world = aWorldWith({ consequence: aFee });
    await twice(world);
    const { code } = await aBookedAppointment(world, {
      start: at("2026-12-22T09:00:00Z"),
      feeAccepted: true,
    });
    await cancelAppointment(world, taxdome(world), { code, by: mailed });
    expect((await noor(world)).fees).toMatchObject([{ state: "void" }]);
    expect(await tryToBook(world, { start: at("2026-12-23T09:00:00Z") })).toMatchObject({
      refused: "fee-required",
    });
  });
});

describe("a waiver", () => {
  test("frees the next booking, is told once, and stands in the audit with its reason", async () => {
    const world = aWorld();
    const [one = "", two = ""] = await twice(world);
    const waived = { code: one, actor: eva, reason: "the link in our mail was broken" } as const;
    await waiveStrike(world, taxdome(world), waived);
    await waiveStrike(world, taxdome(world), waived);
    await sweep(world);
    expect(kinds(world)).toEqual(["no-show-warning", "no-show-consequence", "no-show-waived"]);
    expect(await noor(world)).toMatchObject({
      consequence: null,
      strikes: [
        { id: one, counts: false, waived: { by: eva } },
        { id: two, counts: true },
      ],
    });
    expect(await tryToBook(world, { start: at("2026-12-22T09:00:00Z") })).toMatchObject({ status: "booked" });
    expect(world.table.all().filter(({ action }) => action === "strike-waived")).toMatchObject([
      { actor: eva, reason: "the link in our mail was broken" },
    ]);
  });

  test("of what is no strike is refused", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const waiver = { actor: eva, reason: "none" } as const;
    expect(await waiveStrike(world, taxdome(world), { code, ...waiver })).toMatchObject({
      refused: "not-found",
    });
    expect(await waiveStrike(world, taxdome(world), { code: "NOBODY7", ...waiver })).toMatchObject({
      refused: "not-found",
    });
  });
});

describe("an outcome", () => {
  test("that is corrected takes its strike back and says so; recorded once more it counts and warns again", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await confirmAppointment(world, taxdome(world), { code, by: mailed });
    world.setNow("2026-12-10T11:00:00Z");
    for (const outcome of ["no-show", "attended", "no-show", "host-fault"] as const)
      await recordOutcome(world, taxdome(world), { code, outcome, by: { actor: eva } });
    expect(kinds(world)).toEqual(["no-show-warning", "no-show-waived", "no-show-warning", "no-show-waived"]);
    expect((await noor(world)).strikes).toEqual([]);
  });

  test("of an address that was only looked at, never proven, counts for nothing", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await confirmAppointment(world, taxdome(world), { code, by: handedOut });
    world.setNow("2026-12-10T11:00:00Z");
    await recordOutcome(world, taxdome(world), { code, outcome: "no-show", by: { actor: eva } });
    expect((await noor(world)).strikes).toMatchObject([{ counts: false }]);
    expect(kinds(world)).toEqual([]);
  });
});

describe("where a manager must say so", () => {
  test("the second no-show opens a task; their word closes it, and brings or drops the consequence", async () => {
    const world = aWorldWith({ applies: "after-word" });
    const [, two = ""] = await twice(world);
    const tasks = async () =>
      (await openTasks(world, "taxdome")).map(({ what, about }) => `${what} ${about.code}`);
    expect(await tasks()).toEqual([`consequence-to-confirm ${two}`]);
    const start = at("2026-12-22T09:00:00Z");
    const word = (applies: boolean) =>
      judgeStrike(world, taxdome(world), { code: two, actor: eva, applies, reason: "three times now" });
    await word(true);
    expect(await tasks()).toEqual([]);
    expect(await tryToBook(world, { start })).toMatchObject({ refused: "not-before" });
    await word(false);
    expect(await tryToBook(world, { start })).toMatchObject({ status: "booked" });
    expect(kinds(world)).toEqual(["no-show-warning", "no-show-warning", "no-show-consequence"]);
  });
});
