import { describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  kindsOf,
  staffAct,
  theCase,
  tryToRegister,
} from "../../builders/case.ts";

const states = async (world: CaseWorld, number: string) =>
  (await theCase(world, number)).milestones.map(({ state, due }) => `${state} ${due ?? "-"}`);

const entries = (world: CaseWorld) =>
  world.table
    .all()
    .filter(({ type }) => type === "change")
    .map((item) => `${String(item["actor"])} ${String(item["action"])}`);

describe("a complaint by the portal", () => {
  test("is registered with its dates, answered with a receipt, told to its team, and watched over", async () => {
    const world = aCaseWorld();
    const { number, kind, milestones } = await aRegisteredCase(world);
    expect(kind).toBe("complaint");
    expect(milestones).toEqual([
      { name: "Acknowledge within 7 working days", due: "2026-11-11T16:00:00.000Z" },
      { name: "Progress update within 14 working days after the acknowledgement" },
      { name: "Resolve within 30 working days", due: "2026-12-14T16:00:00.000Z" },
    ]);
    expect(kindsOf(world.mails)).toEqual(["registered"]);
    expect(kindsOf(world.staffMails)).toEqual(["staff-case-assigned"]);
    expect(world.started).toEqual([
      {
        machine: "solar-complaint",
        name: `${number}-r1`,
        input: JSON.stringify({ pack: "solar", code: number, run: 1, next: { wakes: 0 } }),
      },
    ]);
    expect((await theCase(world, number)).team).toBe("technical-team");
  });

  test("sent twice is one case", async () => {
    const world = aCaseWorld();
    const [one, two] = [await tryToRegister(world, {}, "key"), await tryToRegister(world, {}, "key")];
    expect(two).toEqual(one);
    expect(world.table.all().filter(({ type }) => type === "case")).toHaveLength(1);
  });

  test("that lacks something is registered all the same, and says what", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world, { fields: { description: "broken" } });
    expect(await theCase(world, number)).toMatchObject({ missing: ["model"], status: "waiting" });
  });

  test("counts from when it was received, also when that was weeks ago; never from a moment to come", async () => {
    const world = aCaseWorld();
    const staff = { channel: "phone", actor: "staff:sanne" } as const;
    const { milestones } = await aRegisteredCase(world, {
      ...staff,
      receivedAt: instant("2026-10-01T09:00:00Z"),
    });
    expect(milestones[0]?.due).toBe("2026-10-12T15:00:00.000Z");
    expect(
      await tryToRegister(world, { ...staff, receivedAt: instant("2026-11-02T09:00:01Z") }),
    ).toMatchObject({ refused: "date-in-future" });
  });

  test("cannot flood one address: the eleventh of a day is refused", async () => {
    const world = aCaseWorld();
    for (let count = 0; count < 10; count += 1) await aRegisteredCase(world);
    expect(await tryToRegister(world)).toMatchObject({ refused: "too-many" });
  });
});

describe("an acknowledgement", () => {
  test("keeps its milestone, gives the update its date, reaches the customer, and wakes the execution", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow("2026-11-04T13:00:00Z");
    const { beat } = await theCase(world, number);
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    expect(await states(world, number)).toEqual([
      "kept 2026-11-11T16:00:00.000Z",
      "open 2026-11-24T16:00:00.000Z",
      "open 2026-12-14T16:00:00.000Z",
    ]);
    const after = await theCase(world, number);
    expect(after).toMatchObject({ handler: "sanne", beat: beat + 1 });
    expect(after.promises["acknowledged-4"]).toMatchObject({ state: "kept", keeps: ["acknowledge"] });
    expect(world.mails.at(-1)?.mail.text).toContain("We have it.");
  });

  test("twice is refused the second time, and says so once", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    expect(await staffAct(world, number, "acknowledge", { text: "Again." })).toMatchObject({
      refused: "already-done",
    });
    expect(kindsOf(world.mails)).toEqual(["registered", "acknowledged"]);
  });

  test("by two people at once is one", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    const results = await Promise.all(
      ["a", "b", "c"].map((name) => staffAct(world, number, "acknowledge", { text: name }, `staff:${name}`)),
    );
    expect(results.filter((each) => "refused" in each)).toHaveLength(2);
    expect(kindsOf(world.mails)).toEqual(["registered", "acknowledged"]);
  });

  test("that the provider refused keeps nothing: the milestone is owed again", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.sendings.push({ outcome: "rejected", reason: "message-rejected" });
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    const [acknowledge] = (await theCase(world, number)).milestones;
    expect(acknowledge?.state).toBe("open");
    expect(entries(world)).toContain("kept message-lost");
    await staffAct(world, number, "acknowledge", { text: "Once more." });
    expect((await theCase(world, number)).milestones[0]?.state).toBe("kept");
  });
});

describe("an extension", () => {
  const wish = { reason: "A part is on its way.", newDate: "2027-01-15" as never };

  test.each([
    ["one second before the old date passes, it moves", "2026-12-14T15:59:59Z", undefined],
    ["at the old date, it is too late", "2026-12-14T16:00:00Z", "too-late-to-extend"],
    ["one second after, it is too late", "2026-12-14T16:00:01Z", "too-late-to-extend"],
  ])("%s", async (_, now, refused) => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow(now);
    const result = await staffAct(world, number, "extend", wish);
    expect("refused" in result ? result.refused : undefined).toBe(refused);
    const resolve = (await theCase(world, number)).milestones[2];
    expect(resolve?.due).toBe(
      refused === undefined ? "2027-01-15T16:00:00.000Z" : "2026-12-14T16:00:00.000Z",
    );
    expect(resolve?.state).toBe(refused === undefined ? "extended" : "open");
  });

  test("to a date before the one that stands is refused", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    expect(
      await staffAct(world, number, "extend", { ...wish, newDate: "2026-12-14" as never }),
    ).toMatchObject({ refused: "date-in-past" });
  });
});

describe("a case that is resolved on the first day", () => {
  test("owes nothing any more, and cannot be resolved, declined or updated again", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "resolve", { text: "A new fuse." });
    expect((await states(world, number)).map((each) => each.split(" ")[0])).toEqual(["void", "void", "kept"]);
    for (const act of ["resolve", "update", "acknowledge"] as const)
      expect(await staffAct(world, number, act, { text: "Again." })).toMatchObject({
        refused: "already-done",
      });
    expect(kindsOf(world.mails)).toEqual(["registered", "resolved"]);
  });

  test("is closed, refuses everything then but a note, and works again once it is reopened", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    expect(await staffAct(world, number, "close", {})).toMatchObject({ refused: "not-open" });
    await staffAct(world, number, "resolve", { text: "A new fuse." });
    await staffAct(world, number, "close", {});
    expect(await staffAct(world, number, "close", {})).toMatchObject({ refused: "already-done" });
    expect(await staffAct(world, number, "update", { text: "x" })).toMatchObject({ refused: "closed" });
    expect(await staffAct(world, number, "note", { text: "x" })).toMatchObject({ status: "closed" });
    world.setNow("2026-11-16T09:00:00Z");
    await staffAct(world, number, "reopen", {});
    expect(await theCase(world, number)).toMatchObject({ status: "open", run: 2 });
    expect((await states(world, number))[2]).toBe("open 2026-12-29T16:00:00.000Z");
    expect(world.started.map(({ name }) => name)).toEqual([`${number}-r1`, `${number}-r2`]);
  });
});

describe("a customer who is not satisfied", () => {
  test("gets somebody else, further up, and the first handler never decides again", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    await staffAct(world, number, "resolve", { text: "No." });
    await answerCase(world, { pack: "solar", number }, "escalate", { text: "That is no answer." });
    const after = await theCase(world, number);
    expect(after).toMatchObject({
      status: "open",
      escalatedTo: "manager",
      team: "customer-service",
      handlersBefore: ["sanne"],
      run: 2,
    });
    expect(after.handler).toBeUndefined();
    expect(await staffAct(world, number, "assign", { to: "sanne" })).toMatchObject({
      refused: "not-offered",
    });
    expect(kindsOf(world.staffMails)).toContain("staff-case-escalated");
  });

  test("is asked once, and answers once", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    const rate = () => answerCase(world, { pack: "solar", number }, "satisfaction", { satisfied: true });
    expect(await rate()).toMatchObject({ refused: "not-open" });
    await staffAct(world, number, "resolve", { text: "A new fuse." });
    expect(await rate()).toMatchObject({ satisfaction: { satisfied: true } });
    expect(await rate()).toMatchObject({ refused: "already-done" });
  });
});

test("every change has one entry with its actor", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  await staffAct(world, number, "acknowledge", { text: "We have it." });
  await answerCase(world, { pack: "solar", number }, "answer", { text: "Thank you." });
  expect(entries(world)).toEqual([
    "customer registered",
    "staff:sanne acknowledged",
    "customer customer-wrote",
  ]);
});
