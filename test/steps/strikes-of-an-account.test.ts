import { describe, expect, test } from "vitest";
import { membershipOf } from "#core/customer/access.ts";
import { isRefusal } from "#core/errors.ts";
import type { NoShowPolicy } from "#core/policy/shape.ts";
import { lookAtCustomer } from "#steps/customer.ts";
import { enterCustomer } from "#steps/enter-customer.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { judgeStrike, waiveStrike } from "#steps/strikes.ts";
import { openTasks } from "#steps/tasks.ts";
import { afresh, anAccount, granted } from "../builders/access.ts";
import { aBookedAppointment, tryToBook } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const eva = "staff:eva" as const;

const aWorldThatCounts = (changes: Partial<NoShowPolicy>): TestWorld => {
  const world = aWorld();
  const { policy, version } = taxdome(world);
  const { appointments } = policy;
  if (appointments?.noShow === undefined) throw new Error("taxdome has a rule about no-shows");
  const noShow = { ...appointments.noShow, ...changes };
  const deployed = { policy: { ...policy, appointments: { ...appointments, noShow } }, version };
  return { ...world, policies: { ...world.policies, current: () => deployed } };
};

const email = (person: string) => `${person}@customer.example`;

/** Staff enter each of them as belonging to the account. */
const members = async (world: TestWorld, account: string, ...people: string[]): Promise<void> => {
  await anAccount(world, {}, account);
  for (const person of people)
    granted(
      await enterCustomer(world, taxdome(world), { email: email(person), account }, eva, afresh(world)),
    );
};

const asks = (world: TestWorld, person: string, start: string, more: object = {}) =>
  tryToBook(world, { start: at(start), customer: { name: person, email: email(person), ...more } });

const calledOffLate = async (world: TestWorld, person: string, start: string): Promise<string> => {
  const { code } = granted(await asks(world, person, start));
  world.setNow(new Date(Date.parse(start) - 5 * 3_600_000).toISOString());
  const by = { actor: "customer", proven: true } as const;
  granted(await cancelAppointment(world, taxdome(world), { code, by }));
  return code;
};

const letters = (world: TestWorld): string[] =>
  world.mails
    .filter(({ mail }) => mail.labels.kind.startsWith("no-show"))
    .map(({ mail }) => `${mail.to.address.split("@")[0]} ${mail.labels.kind}`);

/** Ann and then Ben, of one account, within a week. */
const bothMiss = async (world: TestWorld) => [
  await calledOffLate(world, "ann", "2026-12-10T09:00:00Z"),
  await calledOffLate(world, "ben", "2026-12-15T09:00:00Z"),
];

const later = "2026-12-22T09:00:00Z";

describe("where an account's strikes are counted together", () => {
  test("one each of two people is the second of the year, for everybody of the account and nobody else", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben", "eve");
    await bothMiss(world);
    expect(letters(world)).toEqual(["ann no-show-warning", "ben no-show-consequence"]);
    for (const person of ["ann", "ben", "eve"])
      expect(await asks(world, person, later)).toMatchObject({
        refused: "not-before",
        facts: { notBefore: "2027-06-15T08:00:00.000Z" },
      });
    expect(await asks(world, "zoe", later)).toMatchObject({ status: "booked" });
  });

  test("the same people are counted one by one where the policy counts persons", async () => {
    const world = aWorldThatCounts({ counts: "person" });
    await members(world, "acme", "ann", "ben");
    await bothMiss(world);
    expect(letters(world)).toEqual(["ann no-show-warning", "ben no-show-warning"]);
    expect(await asks(world, "ben", later)).toMatchObject({ status: "booked" });
    expect(world.table.all().filter(({ type }) => type === "account-no-shows")).toEqual([]);
  });

  test("an account that a person merely names neither gets their strikes nor shares its own", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben");
    await bothMiss(world);
    expect(await asks(world, "mallory", later, { account: "acme" })).toMatchObject({ status: "booked" });
    expect(membershipOf({}, "acme", false)).toEqual({ id: "acme", vouched: false });
  });

  test("a signed booking counts for the account that the site signed, also one that nobody entered", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    for (const [person, start] of [
      ["ann", "2026-12-10T09:00:00Z"],
      ["ben", "2026-12-15T09:00:00Z"],
    ] as const) {
      const { code } = await aBookedAppointment(world, {
        start: at(start),
        customer: { name: person, email: email(person), account: "signed-1" },
        signedBy: "https://taxdome.example",
      });
      world.setNow(new Date(Date.parse(start) - 3_600_000).toISOString());
      await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer" } });
    }
    expect(letters(world)).toEqual(["ann no-show-warning", "ben no-show-consequence"]);
  });

  test("a move by anybody of the account asks it, too", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben", "eve");
    await bothMiss(world);
    world.setNow("2027-06-01T08:00:00Z");
    const { code } = granted(await asks(world, "eve", "2027-06-16T08:00:00Z"));
    const move = (start: string) =>
      changeAppointment(world, taxdome(world), { code, start: at(start), by: { actor: "customer" } });
    expect(await move("2027-06-15T07:30:00Z")).toMatchObject({ refused: "not-before" });
    expect(await move("2027-06-15T08:00:00Z")).toMatchObject({ status: "booked" });
  });

  test("a waiver of one person's strike frees the others, and only whoever missed it is told", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben");
    const [one = ""] = await bothMiss(world);
    await waiveStrike(world, taxdome(world), { code: one, actor: eva, reason: "our link was broken" });
    expect(letters(world).at(-1)).toBe("ann no-show-waived");
    expect(await asks(world, "ben", later)).toMatchObject({ status: "booked" });
  });

  test("whoever leaves the account takes their own strike along, and it stays with the account", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben", "eve");
    const [one = ""] = await bothMiss(world);
    granted(await enterCustomer(world, taxdome(world), { email: email("ann") }, eva, afresh(world)));
    expect(await asks(world, "ann", later)).toMatchObject({ status: "booked" });
    expect(await asks(world, "eve", later)).toMatchObject({ refused: "not-before" });
    await waiveStrike(world, taxdome(world), { code: one, actor: eva, reason: "our link was broken" });
    expect(await asks(world, "eve", "2026-12-23T09:00:00Z")).toMatchObject({ status: "booked" });
  });

  test("a booking of a colleague that raced with the strike does not slip through", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben", "eve");
    await calledOffLate(world, "ann", "2026-12-10T09:00:00Z");
    let raced = false;
    const table: TestWorld["table"] = {
      ...world.table,
      commit: async (writes) => {
        if (!raced) {
          raced = true;
          await calledOffLate(world, "ben", "2026-12-15T09:00:00Z");
        }
        return world.table.commit(writes);
      },
    };
    expect(await asks({ ...world, table }, "eve", later)).toMatchObject({ refused: "not-before" });
  });

  test("a manager's word on a colleague's second strike holds for all, and closes the task", async () => {
    const world = aWorldThatCounts({ counts: "account", applies: "after-word" });
    await members(world, "acme", "ann", "ben", "eve");
    const [, two = ""] = await bothMiss(world);
    const waiting = async () => (await openTasks(world, "taxdome")).map(({ about }) => about.code);
    expect(await waiting()).toEqual([two]);
    granted(await judgeStrike(world, taxdome(world), { code: two, actor: eva, applies: true }));
    expect(await waiting()).toEqual([]);
    expect(await asks(world, "eve", later)).toMatchObject({ refused: "not-before" });
  });

  test("a fee that one of them has accepted is asked of no other", async () => {
    const consequence = { kind: "fee", amount: "50.00", currency: "EUR", clause: "§4" } as const;
    const world = aWorldThatCounts({ counts: "account", consequence });
    await members(world, "acme", "ann", "ben", "eve");
    await bothMiss(world);
    expect(await asks(world, "eve", later)).toMatchObject({ refused: "fee-required" });
    const customer = { name: "eve", email: email("eve") };
    granted(await tryToBook(world, { start: at(later), customer, feeAccepted: true }));
    expect(await asks(world, "ann", "2026-12-23T09:00:00Z")).toMatchObject({ status: "booked" });
  });

  test("staff see on each of them what holds because of all", async () => {
    const world = aWorldThatCounts({ counts: "account" });
    await members(world, "acme", "ann", "ben");
    await bothMiss(world);
    const view = await lookAtCustomer(world, taxdome(world), email("ann"));
    if (isRefusal(view)) throw new Error(view.refused);
    expect(view).toMatchObject({ consequence: { kind: "not-before" }, strikes: [{ counts: true }] });
  });
});
