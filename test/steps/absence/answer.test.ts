import { describe, expect, test } from "vitest";
import type { LedgerRow } from "#core/ledger/row.ts";
import { openTask } from "#core/task.ts";
import { instant } from "#core/time.ts";
import { tasksNow } from "#steps/absence/tasks.ts";
import { readPromises } from "#steps/promises.ts";
import { sweep } from "#steps/sweep.ts";
import { expandit, isAway, isBack, staffMailsOf } from "../../builders/absence.ts";
import { aRegisteredCase, type CaseWorld, kindsOf, staffAct, theCase } from "../../builders/case.ts";
import { arrive, type MailWorld, type Told, withMail } from "../../builders/mail.ts";

const ines = { name: "Inés Vega", email: "ines@partner.example" };
const day = { from: "2026-11-02T09:00:00Z", to: "2026-11-03T09:00:00Z" };
const lenaAway = { person: "lena", standIn: "mara", ...day };

const aRoom = (now?: string): MailWorld<CaseWorld> => withMail(expandit(now), ["expandit"]);

/** A question of Inés that Lena has. */
const lenasCase = async (world: CaseWorld): Promise<string> => {
  const { number } = await aRegisteredCase(world, {
    kind: "inquiry",
    topic: undefined,
    fields: { description: "How do I move a licence?" },
    customer: ines,
    language: "es",
    channel: "mail",
    mailbox: "support",
  });
  await staffAct(world, number, "assign", { to: "lena" });
  return number;
};

let count = 0;

/** Inés answers a mail of ours about her case. */
const writesBack = (world: MailWorld<CaseWorld>, number: string, told: Told = {}) =>
  arrive(world, [`reply+c.expandit.${number.toLowerCase()}.c@kept.example`], {
    id: `answer-${(count += 1)}`,
    from: ines.email,
    name: ines.name,
    text: "Todavía no funciona.",
    subject: `Re: ${number}`,
    ...told,
  });

const answers = (world: CaseWorld) =>
  world.mails.filter(({ mail }) => mail.labels.kind === "out-of-office").map(({ mail }) => mail);

describe("a customer who writes about a case of somebody who is away", () => {
  test("is told once, in their language, until when and who is there instead", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await writesBack(world, number);
    const [mail] = answers(world);
    expect(mail?.to.address).toBe(ines.email);
    expect(mail?.labels.language).toBe("es");
    for (const fact of ["Lena Brandt", "Mara Winter", "mara.winter@expandit.com", "3 de noviembre de 2026"])
      expect(mail?.text).toContain(fact);
    await writesBack(world, number);
    expect(answers(world)).toHaveLength(1);
  });

  test("is told once for each absence, and another customer too", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await writesBack(world, number);
    await isAway(world, { ...lenaAway, from: day.to, to: "2026-11-04T09:00:00Z" });
    world.setNow("2026-11-03T09:00:00.000Z");
    await writesBack(world, number);
    expect(answers(world)).toHaveLength(2);
  });

  test.each([
    ["one second before they leave", "2026-11-02T08:59:59.000Z", 0],
    ["when they leave", "2026-11-02T09:00:00.000Z", 1],
    ["one second before they are back", "2026-11-03T08:59:59.000Z", 1],
    ["when they are back", "2026-11-03T09:00:00.000Z", 0],
  ])("%s is told, or not", async (_when, now, mails) => {
    const world = aRoom("2026-11-02T08:00:00.000Z");
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    world.setNow(now);
    await writesBack(world, number);
    expect(answers(world)).toHaveLength(mails);
  });

  test.each([
    ["their own machine is away too", { headers: { "auto-submitted": "auto-replied" } }],
    ["they ask for no automatic answer", { headers: { "x-auto-response-suppress": "All" } }],
    ["it comes from another address", { from: "somebody@elsewhere.example" }],
  ])("is not told when %s", async (_why, told) => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await writesBack(world, number, told);
    expect(answers(world)).toEqual([]);
  });

  test.each([
    ["answered by their own mail program", "own"],
    ["short and answered by nobody", "none"],
  ] as const)("is not told by us in an absence that is %s", async (_which, automaticAnswer) => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, { ...lenaAway, to: "2026-11-02T17:00:00Z", automaticAnswer });
    await writesBack(world, number);
    expect(answers(world)).toEqual([]);
  });

  test("is told who is really there, where the stand-in is away too", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await isAway(world, { person: "mara", standIn: "sales", ...day });
    await writesBack(world, number);
    expect(answers(world)[0]?.text).toContain("sales@expandit.com");
  });

  test("is not told any more once they are back early", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    const { id } = await isAway(world, lenaAway);
    world.setNow("2026-11-02T12:00:00.000Z");
    await isBack(world, id);
    await writesBack(world, number);
    expect(answers(world)).toEqual([]);
  });

  test("the same mail brought twice brings one answer", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await Promise.all([writesBack(world, number, { id: "one" }), writesBack(world, number, { id: "one" })]);
    await writesBack(world, number, { id: "one" });
    expect(answers(world)).toHaveLength(1);
  });
});

describe("a mail to the own address of somebody who is away", () => {
  test("becomes an inquiry like any other, and its sender hears who is there instead", async () => {
    const world = aRoom();
    await isAway(world, lenaAway);
    const told = { to: [{ name: "", address: "Lena.Brandt@expandit.com" }], text: "Wie geht das?" };
    const outcome = await arrive(world, ["journal+expandit.personal.f@kept.example"], told);
    expect(outcome).toMatchObject({ settled: "case" });
    expect(kindsOf(world.mails)).toEqual(["registered", "out-of-office"]);
    expect(staffMailsOf(world)).toEqual(["staff-case-assigned to mara.winter@expandit.com"]);
    const { number } = outcome as { number: string };
    expect(await theCase(world, number)).toMatchObject({ handler: "lena", mailbox: "personal" });
  });
});

describe("what staff hear of a case goes", () => {
  test("to its handler, to whoever stands in while they are away, and to them again", async () => {
    const world = aRoom("2026-11-02T08:00:00.000Z");
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    for (const now of ["2026-11-02T08:59:59.000Z", "2026-11-02T09:00:00.000Z", "2026-11-03T09:00:00.000Z"]) {
      world.setNow(now);
      await writesBack(world, number);
    }
    expect(staffMailsOf(world).filter((each) => each.startsWith("staff-case-customer"))).toEqual([
      "staff-case-customer to lena.brandt@expandit.com",
      "staff-case-customer to mara.winter@expandit.com",
      "staff-case-customer to lena.brandt@expandit.com",
    ]);
  });

  test("to the end of the row of stand-ins, and to the team that stands there", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await isAway(world, { person: "mara", standIn: "felix", ...day });
    await writesBack(world, number);
    await isAway(world, { person: "felix", standIn: "sales", ...day });
    await writesBack(world, number);
    expect(staffMailsOf(world).slice(-2)).toEqual([
      "staff-case-customer to felix.sommer@expandit.com",
      "staff-case-customer to sales@expandit.com",
    ]);
  });

  test("to the team, of a case that somebody has who is none of the persons", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await staffAct(world, number, "assign", { to: "sanne" });
    expect(staffMailsOf(world).at(-1)).toBe("staff-case-assigned to support@expandit.com");
    expect((await theCase(world, number)).handler).toBe("sanne");
  });
});

test("a task about their case shows who does it instead, and is theirs again when they are back", async () => {
  const world = aRoom();
  const number = await lenasCase(world);
  const about = { code: number, version: 1, promise: "answer-1" };
  await world.table.commit([openTask("expandit", "send-failed", about, "no such address", world.now())]);
  await isAway(world, lenaAway);
  const whose = async () =>
    (await tasksNow(world, "expandit")).map(({ for: one, standIn }) => [one, standIn]);
  expect(await whose()).toEqual([["lena", "mara"]]);
  world.setNow("2026-11-03T09:00:00.000Z");
  expect(await whose()).toEqual([["lena", undefined]]);
});

describe("the ledger says of an absence over 8 hours", () => {
  const row = async (world: CaseWorld): Promise<LedgerRow | undefined> => {
    const asked = { from: instant("2026-11-01T00:00:00Z"), to: instant("2026-12-01T00:00:00Z") };
    const { rows } = await readPromises(world, "expandit", asked);
    return rows.find(({ promise }) => promise === "absence-answered");
  };
  const afterwards = async (world: CaseWorld, now = "2026-11-03T09:00:00.000Z") => {
    world.setNow(now);
    await sweep(world);
    await sweep(world);
    return row(world);
  };

  test("that an answer is promised, and kept once they are back", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    await writesBack(world, number);
    expect(await row(world)).toMatchObject({
      about: "absence",
      state: "open",
      due: "2026-11-03T09:00:00.000Z",
    });
    expect(await afterwards(world)).toMatchObject({ state: "kept", evidence: "1 answered" });
  });

  test("that it was broken, where an answer did not go out", async () => {
    const world = aRoom();
    const number = await lenasCase(world);
    await isAway(world, lenaAway);
    world.sendings.push({ outcome: "rejected", reason: "no such address" });
    await writesBack(world, number);
    expect(await afterwards(world)).toMatchObject({ state: "broken", evidence: "1 of 1 not answered" });
  });

  test("that it is void, where it was cancelled before it began", async () => {
    const world = aRoom("2026-11-02T08:00:00.000Z");
    const { id } = await isAway(world, lenaAway);
    await isBack(world, id);
    expect(await afterwards(world)).toMatchObject({ state: "void", evidence: "cancelled" });
  });

  test("that their own mail program answers, where it does", async () => {
    const world = aRoom();
    await isAway(world, { ...lenaAway, automaticAnswer: "own" });
    expect(await afterwards(world)).toMatchObject({ state: "kept", evidence: "by their own mail program" });
  });

  test("and nothing of one of exactly 8 hours", async () => {
    const world = aRoom();
    await isAway(world, { person: "lena", from: day.from, to: "2026-11-02T17:00:00Z" });
    expect(await afterwards(world)).toBeUndefined();
  });
});
