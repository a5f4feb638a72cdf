import { describe, expect, test } from "vitest";
import { customerKey } from "#core/customer/customer.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { readIncident } from "#steps/incident.ts";
import { judgeConduct } from "#steps/judge-conduct.ts";
import { readCustomerHead } from "#steps/limits.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { openTasks } from "#steps/tasks.ts";
import { aJudgement, anAccount, anIncident, tryToJudge } from "../builders/access.ts";
import { aBookedAppointment, theAppointment, tryToBook } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const until = instant("2027-01-15T09:00:00Z");
const customer = { actor: "customer" } as const;

const move = (world: TestWorld, code: string, by: object = customer) =>
  changeAppointment(world, taxdome(world), {
    code,
    start: at("2026-12-15T09:00:00Z"),
    by: by as typeof customer,
  });

const restricted = async (world: TestWorld) => {
  const { id } = await anIncident(world);
  return aJudgement(world, { id, outcome: "restriction", until });
};

const letters = (world: TestWorld) =>
  world.mails.filter(({ mail }) => mail.labels.kind === "conduct").map(({ mail }) => mail);

describe("a report", () => {
  test("takes nothing from anybody, tells the customer nothing, and asks a person to judge", async () => {
    const world = aWorld();
    await anIncident(world);
    expect(await tryToBook(world)).toHaveProperty("code");
    expect(letters(world)).toEqual([]);
    expect(await openTasks(world, "taxdome")).toMatchObject([{ what: "conduct-reported" }]);
  });

  test("cannot be judged by whoever made it", async () => {
    const world = aWorld();
    const { id } = await anIncident(world);
    expect(await tryToJudge(world, { id, outcome: "warning", by: "anna" })).toMatchObject({
      refused: "own-report",
    });
    expect(await tryToBook(world)).toHaveProperty("code");
  });

  test("that comes to nothing is never told", async () => {
    const world = aWorld();
    const { id } = await anIncident(world);
    await aJudgement(world, { id, outcome: "none" });
    await sweep(world);
    expect(letters(world)).toEqual([]);
    expect(await openTasks(world, "taxdome")).toEqual([]);
  });
});

describe("a restriction", () => {
  test("stops booking and moving at once; cancelling stays allowed", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await restricted(world);
    expect(await tryToBook(world, { start: at("2026-12-16T09:00:00Z") })).toMatchObject({
      refused: "restricted",
      detail: expect.stringContaining(until),
    });
    expect(await move(world, code)).toMatchObject({ refused: "restricted" });
    expect(await cancelAppointment(world, taxdome(world), { code, by: customer })).toMatchObject({
      status: "cancelled",
    });
  });

  test("does not hold the company back: a host who falls ill can still move the session", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await restricted(world);
    expect(await move(world, code, { actor: "staff:anna", onBehalfOf: "customer" })).toMatchObject({
      refused: "restricted",
    });
    expect(await move(world, code, { actor: "staff:anna" })).toMatchObject({ version: 2 });
  });

  test.each([
    ["one second before its end it holds", "2027-01-15T08:59:59.000Z", true],
    ["at its end it does not", "2027-01-15T09:00:00.000Z", false],
    ["one second after neither", "2027-01-15T09:00:01.000Z", false],
  ])("ends by itself: %s", async (_, now, holds) => {
    const world = aWorld();
    await restricted(world);
    world.setNow(now);
    const result = await tryToBook(world, { start: at("2027-01-20T09:00:00Z") });
    expect(isRefusal(result) && result.refused === "restricted").toBe(holds);
  });

  test("whose end has passed already is refused", async () => {
    const world = aWorld();
    const { id } = await anIncident(world);
    expect(await tryToJudge(world, { id, outcome: "restriction", until: world.now() })).toMatchObject({
      refused: "too-soon",
    });
  });

  test("that comes between reading and booking is seen: one of the two gives way", async () => {
    const world = aWorld();
    const { id } = await anIncident(world);
    const [booked] = await Promise.all([
      tryToBook(world),
      aJudgement(world, { id, outcome: "restriction", until, openBookings: "cancel" }),
    ]);
    const standing = world.table
      .all()
      .filter(({ type, status }) => type === "appointment" && status === "booked");
    expect(standing).toEqual([]);
    expect(isRefusal(booked) ? booked.refused : "booked, then cancelled").toMatch(/restricted|booked/);
  });

  test("is taken back by judging anew, and that is told", async () => {
    const world = aWorld();
    const { id } = await restricted(world);
    await aJudgement(world, { id, outcome: "none" });
    expect(await tryToBook(world)).toHaveProperty("code");
    expect(letters(world)).toHaveLength(2);
    const { restrictions } = await readCustomerHead(world, "taxdome", "noor@customer.example");
    expect(restrictions).toEqual([]);
  });

  test("of two the one that holds longest counts", async () => {
    const world = aWorld();
    await restricted(world);
    const { id } = await anIncident(world);
    await aJudgement(world, { id, outcome: "permanent" });
    world.setNow("2027-01-16T09:00:00Z");
    expect(await tryToBook(world, { start: at("2027-01-20T09:00:00Z") })).toMatchObject({
      refused: "restricted",
    });
  });
});

describe("open bookings", () => {
  test("are kept where the judgement says nothing else", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await restricted(world);
    expect(await theAppointment(world, code)).toMatchObject({ status: "booked" });
    expect(letters(world)[0]?.text).toContain("gaan door zoals afgesproken");
  });

  test("are cancelled in the company's name, told, and never a no-show", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T08:00:00Z");
    const { id } = await anIncident(world);
    await aJudgement(world, { id, outcome: "permanent", openBookings: "cancel" });
    expect(await theAppointment(world, code)).toMatchObject({
      status: "cancelled",
      revision: { wish: "staff", notice: "in-time" },
    });
    expect(world.mails.map(({ mail }) => mail.labels.kind).sort()).toEqual(["cancelled", "conduct"]);
  });

  test("are cancelled by the sweeper when the process died after the judgement", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const { id } = await anIncident(world);
    world.sendings.push({ outcome: "throttled", reason: "Throttling" });
    await aJudgement(world, { id, outcome: "permanent", openBookings: "cancel" });
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep(world);
    expect(await theAppointment(world, code)).toMatchObject({ status: "cancelled" });
    expect(world.mails.map(({ mail }) => mail.labels.kind).sort()).toEqual(["cancelled", "conduct"]);
  });
});

describe("a licence that ended", () => {
  test("shuts out everybody of the account, and needs one", async () => {
    const world = aWorld();
    const { id } = await anIncident(world);
    expect(await tryToJudge(world, { id, outcome: "licence-ended" })).toMatchObject({
      refused: "no-account",
    });
  });

  test("holds for a colleague who names the account", async () => {
    const world = aWorld();
    await anAccount(world);
    const who = { name: "Noor", email: "noor@customer.example", account: "acme" };
    await aBookedAppointment(world, { customer: who, signedBy: "https://taxdome.example" });
    const { id } = await anIncident(world);
    await aJudgement(world, { id, outcome: "licence-ended" });
    const colleague = { name: "Piet", email: "piet@customer.example", account: "acme" };
    expect(await tryToBook(world, { customer: colleague, start: at("2026-12-16T09:00:00Z") })).toMatchObject({
      refused: "restricted",
    });
    await anAccount(world, { users: 20 });
    expect(await tryToBook(world, { customer: colleague, start: at("2026-12-16T09:00:00Z") })).toMatchObject({
      refused: "restricted",
    });
  });
});

describe("the letter", () => {
  test.each([
    ["nl", "gaan door zoals afgesproken", "§2"],
    ["en", "take place as agreed", "§2"],
    ["de", "finden wie vereinbart statt", "§2"],
    ["es", "según lo acordado", "§2"],
  ] as const)(
    "in %s says what it means and by which clause, not who judged and why",
    async (language, says, clause) => {
      const world = aWorld();
      await aBookedAppointment(world, { language });
      await restricted(world);
      const [letter] = letters(world);
      expect(letter?.to.address).toBe("noor@customer.example");
      expect(letter?.text).toContain(says);
      expect(letter?.text).toContain(clause);
      expect(letter?.text).toContain("success.eu@taxdome.com");
      expect(`${letter?.subject}${letter?.text}`).not.toMatch(/anna|bram|recording|shouted|undefined|\{/i);
    },
  );

  test("is sent once, however often it is swept, and settles its promise", async () => {
    const world = aWorld();
    const { id } = await restricted(world);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep(world);
    expect(letters(world)).toHaveLength(1);
    expect((await readIncident(world, "taxdome", id))?.told).toMatchObject({ state: "kept" });
  });

  test("that could not go out at once is owed, and the sweeper sends it", async () => {
    const world = aWorld();
    world.sendings.push({ outcome: "throttled", reason: "Throttling" });
    await restricted(world);
    expect(letters(world)).toEqual([]);
    world.setNow("2026-12-01T08:05:01.000Z");
    await sweep(world);
    expect(letters(world)).toHaveLength(1);
  });

  test("that was refused for good has a person told", async () => {
    const world = aWorld();
    world.sendings.push({ outcome: "rejected", reason: "suppressed" });
    const { id } = await restricted(world);
    expect((await readIncident(world, "taxdome", id))?.told).toMatchObject({
      state: "failed",
      reason: "suppressed",
    });
    expect(await openTasks(world, "taxdome")).toMatchObject([{ what: "send-failed", about: { code: id } }]);
  });
});

describe("each step", () => {
  test("has one entry with its actor, and nothing of the evidence in it", async () => {
    const world = aWorld();
    const { pk } = await restricted(world);
    const entries = world.table.all().filter((item) => item.pk === pk && item["type"] === "change");
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ["staff:anna", "conduct-reported"],
      ["staff:bram", "conduct-judged"],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/shouted|noor/i);
  });

  test("sent twice with one key is one", async () => {
    const world = aWorld();
    const { id } = await anIncident(world);
    const key = { pack: "taxdome", key: "once", fingerprint: "f" };
    const request = { id, outcome: "warning", reason: "clear", by: "bram", openBookings: "keep" } as const;
    const judge = () => judgeConduct(world, taxdome(world), request, key);
    await Promise.all([judge(), judge()]);
    await judge();
    expect((await readIncident(world, "taxdome", id))?.version).toBe(2);
    expect(letters(world)).toHaveLength(1);
  });

  test("leaves the customer's open bookings in their item", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await restricted(world);
    expect(await world.table.get(customerKey("taxdome", "noor@customer.example"))).toMatchObject({
      open: [code],
    });
  });
});
