import { describe, expect, test } from "vitest";
import { answerCase } from "#steps/case/act.ts";
import { sweep } from "#steps/sweep.ts";
import { aCall, entriesOf, expandit, isAway, staffMailsOf } from "../../builders/absence.ts";
import { type CaseWorld, staffAct, theCase, tryToRegister, wakeUp } from "../../builders/case.ts";

const day = { from: "2026-11-02T09:00:00Z", to: "2026-11-03T09:00:00Z" };
const entries = (world: CaseWorld, number: string) => entriesOf(world, `expandit#case#${number}`);
const assigned = (who: string) => `staff-case-assigned to ${who}@expandit.com`;
const [lena, jonas] = [assigned("lena.brandt"), assigned("jonas.keller")];

/** Inés called on Monday at 10:00; her call passes on after four hours in which the company is open. */
const passes = "2026-11-02T13:00:00.000Z";

describe("a call that the answering service takes", () => {
  test("is an inquiry with an answer within 24 hours, around the clock, for the first contact", async () => {
    const world = expandit();
    const it = await theCase(world, await aCall(world));
    expect(it).toMatchObject({ kind: "inquiry", channel: "phone", team: "support", handler: "lena" });
    expect(it.milestones.map(({ id, due }) => [id, due])).toEqual([
      ["phone-answer", "2026-11-03T09:00:00.000Z"],
    ]);
    expect(staffMailsOf(world)).toEqual([lena]);
  });

  test.each([
    ["at 24 hours is in time", "2026-11-03T09:00:00.000Z", "kept"],
    ["one second later is late", "2026-11-03T09:00:01.000Z", "late"],
  ])("answered %s", async (_when, now, state) => {
    const world = expandit();
    const number = await aCall(world);
    world.setNow(now);
    await staffAct(world, number, "answer", { text: "Así" }, "staff:lena");
    expect((await theCase(world, number)).milestones[0]?.state).toBe(state);
  });

  test("about an offer is the sales team's", async () => {
    const world = expandit();
    expect(await theCase(world, await aCall(world, "offer"))).toMatchObject({
      team: "sales",
      handler: "mara",
    });
  });

  test("of a kind that the matrix does not have is not registered", async () => {
    const refused = { refused: "unknown-question" };
    expect(await tryToRegister(expandit(), { topic: undefined, question: "weather" })).toMatchObject(refused);
  });

  test("out of everybody's hours is the first contact's, and waits for the company to open", async () => {
    const world = expandit("2026-11-06T20:00:00.000Z");
    const it = await theCase(world, await aCall(world));
    expect([it.handler, it.call?.passAt]).toEqual(["lena", "2026-11-09T12:00:00.000Z"]);
  });
});

describe("a call that its first contact does not touch", () => {
  test.each([
    ["one second before its time", "2026-11-02T12:59:59.000Z", "lena"],
    ["at its time", passes, "jonas"],
    ["one second after", "2026-11-02T13:00:01.000Z", "jonas"],
  ])("%s is with one or the other", async (_when, now, who) => {
    const world = expandit();
    const number = await aCall(world);
    world.setNow(now);
    await wakeUp(world, number);
    expect((await theCase(world, number)).handler).toBe(who);
  });

  test("passes to the second once, with one entry and one mail, however often somebody looks", async () => {
    const world = expandit();
    const number = await aCall(world);
    world.setNow(passes);
    for (let count = 0; count < 3; count += 1) await wakeUp(world, number);
    await sweep(world);
    expect(entries(world, number).filter((each) => each.includes("passed-on"))).toEqual([
      "kept passed-on silent",
    ]);
    expect(staffMailsOf(world)).toEqual([lena, jonas]);
  });

  test.each([
    ["writes to the customer", "update", { text: "Le llamo" }, "staff:lena"],
    ["makes a note", "note", { text: "Not reached" }, "staff:lena"],
    ["is given another", "assign", { to: "mara" }, "staff:felix"],
  ] as const)("stays where it is once somebody %s", async (_what, act, wish, actor) => {
    const world = expandit();
    const number = await aCall(world);
    await staffAct(world, number, act, wish, actor);
    world.setNow(passes);
    await wakeUp(world, number);
    expect(entries(world, number).filter((each) => each.includes("passed-on"))).toEqual([]);
  });

  test("passes on all the same after a note of the answering service", async () => {
    const world = expandit();
    const number = await aCall(world);
    await staffAct(world, number, "note", { text: "Called again" }, "staff:answering-service");
    world.setNow(passes);
    await wakeUp(world, number);
    expect((await theCase(world, number)).handler).toBe("jonas");
  });
});

test("a call that the customer takes further up does not come back to the second contact", async () => {
  const world = expandit();
  const number = await aCall(world);
  const changed = await staffAct(world, number, "classify", { kind: "complaint" }, "staff:lena");
  expect(changed).toMatchObject({ kind: "complaint", handler: "lena" });
  await answerCase(world, { pack: "expandit", number }, "escalate", { text: "Otra persona" });
  world.setNow(passes);
  await wakeUp(world, number);
  await isAway(world, { person: "lena", standIn: "mara", from: passes, to: day.to });
  expect(await theCase(world, number)).toMatchObject({ team: "management", handlersBefore: ["lena"] });
  expect((await theCase(world, number)).handler).toBeUndefined();
});

describe("a call while its first contact is away", () => {
  test("comes to the second at once, with the reason, and passes to nobody after that", async () => {
    const world = expandit();
    await isAway(world, { person: "lena", standIn: "mara", ...day });
    const number = await aCall(world);
    expect(entries(world, number)).toEqual(["staff:answering-service registered primary-away"]);
    expect(staffMailsOf(world)).toEqual([jonas]);
    expect((await theCase(world, number)).call).toEqual({ question: "usage" });
  });

  test("passes on when they leave while it is theirs: one entry, one mail, also if it is swept again", async () => {
    const world = expandit();
    const number = await aCall(world);
    world.setNow("2026-11-02T10:00:00.000Z");
    await isAway(world, { person: "lena", standIn: "mara", from: "2026-11-02T11:00:00Z", to: day.to });
    await sweep(world);
    expect((await theCase(world, number)).handler).toBe("lena");
    world.setNow("2026-11-02T11:00:00.000Z");
    await sweep(world);
    await sweep(world);
    expect(entries(world, number).at(-1)).toBe("kept passed-on away");
    expect(staffMailsOf(world)).toEqual([lena, jonas]);
  });

  test("passes on at once when the absence that is entered has begun", async () => {
    const world = expandit();
    const number = await aCall(world);
    await isAway(world, { person: "lena", standIn: "mara", ...day });
    expect((await theCase(world, number)).handler).toBe("jonas");
  });

  test("comes to whoever stands in when the second is away too", async () => {
    const world = expandit();
    await isAway(world, { person: "lena", standIn: "mara", ...day });
    await isAway(world, { person: "jonas", standIn: "mara", ...day });
    expect((await theCase(world, await aCall(world))).handler).toBe("mara");
    expect(staffMailsOf(world)).toEqual([assigned("mara.winter")]);
  });

  test("is the team's when nobody is there", async () => {
    const world = expandit();
    await isAway(world, { person: "lena", standIn: "support", ...day });
    await isAway(world, { person: "jonas", standIn: "support", ...day });
    const it = await theCase(world, await aCall(world));
    expect([it.handler, it.team]).toEqual([undefined, "support"]);
    expect(staffMailsOf(world)).toEqual(["staff-case-assigned to support@expandit.com"]);
  });
});
