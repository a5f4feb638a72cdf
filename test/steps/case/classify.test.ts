import { describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  policyOf,
  staffAct,
  theCase,
  wakeUp,
} from "../../builders/case.ts";

/** An incident at B&C on Monday at ten: acknowledged within 4 working hours, repaired within 16. */
const anIncident = async () => {
  const world = aCaseWorld(policyOf("bnc"));
  const { number } = await aRegisteredCase(world, { kind: "incident", topic: undefined });
  const become = (kind: "incident" | "complaint") => staffAct(world, number, "classify", { kind });
  const states = async () =>
    Object.fromEntries((await theCase(world, number)).milestones.map(({ id, state }) => [id, state]));
  return { world, number, become, states };
};

const alerts = ({ staffMails }: CaseWorld): string[] =>
  staffMails
    .filter(({ mail }) => /warning|missed/.test(mail.labels.kind))
    .map(({ mail }) => `${mail.labels.kind} ${mail.to.name}`);

describe("an incident that was a complaint after all, and then not", () => {
  test("owes what it owed at first, from the same receipt; what the complaint owed is void", async () => {
    const { world, number, become, states } = await anIncident();
    const first = (await theCase(world, number)).milestones;
    world.setNow("2026-11-02T10:00:00Z");
    await become("complaint");
    expect(await states()).toEqual({
      acknowledge: "open",
      plan: "open",
      update: "undated",
      resolve: "undated",
    });
    world.setNow("2026-11-02T11:00:00Z");
    await become("incident");
    const after = await theCase(world, number);
    expect(after.milestones).toEqual(first);
    expect(
      after.earlier?.map(({ kind, milestones }) => [kind, milestones.map(({ state }) => state)]),
    ).toEqual([["complaint", ["void", "void", "void", "void"]]]);
    expect(world.started.map(({ machine, name }) => `${machine} ${name}`)).toEqual([
      `bnc-incident ${number}-r1`,
      `bnc-complaint ${number}-r2`,
      `bnc-incident ${number}-r3`,
    ]);
  });

  test("alerts nobody a second time of what was missed before", async () => {
    const { world, number, become, states } = await anIncident();
    world.setNow("2026-11-04T15:00:00Z");
    await wakeUp(world, number);
    const heard = alerts(world);
    expect(heard.length).toBeGreaterThan(0);
    expect(await states()).toMatchObject({ acknowledge: "broken" });
    await become("complaint");
    await become("incident");
    await wakeUp(world, number);
    expect(await states()).toMatchObject({ acknowledge: "broken" });
    expect(alerts(world)).toEqual(heard);
  });

  test("keeps what was done as the one and as the other", async () => {
    const { world, become, number, states } = await anIncident();
    await staffAct(world, number, "acknowledge", { text: "We are at it." });
    await become("complaint");
    await staffAct(world, number, "plan", { text: "A new switch.", by: "2026-11-20" as never });
    const asComplaint = await states();
    expect(asComplaint).toMatchObject({ acknowledge: "kept", plan: "kept", resolve: "open" });
    await become("incident");
    expect(await states()).toEqual({ acknowledge: "kept", resolve: "open" });
    await become("complaint");
    expect(await states()).toEqual(asComplaint);
  });

  test("keeps the later date that the customer was told", async () => {
    const world = aCaseWorld(policyOf("bnc"));
    const { number } = await aRegisteredCase(world, { kind: "complaint", topic: undefined });
    await staffAct(world, number, "plan", { text: "A new switch.", by: "2026-11-20" as never });
    await staffAct(world, number, "extend", { reason: "It comes later.", newDate: "2026-11-27" as never });
    const before = (await theCase(world, number)).milestones;
    await staffAct(world, number, "classify", { kind: "incident" });
    await staffAct(world, number, "classify", { kind: "complaint" });
    expect((await theCase(world, number)).milestones).toEqual(before);
  });
});

test("a case that was opened again counts as another kind from then, and not from its receipt", async () => {
  const { world, number, become } = await anIncident();
  await staffAct(world, number, "resolve", { text: "The switch is replaced." });
  world.setNow("2026-11-23T09:00:00Z");
  await staffAct(world, number, "reopen", {});
  await become("complaint");
  const [, plan] = (await theCase(world, number)).milestones;
  expect(plan?.due).toBe(instant("2026-11-30T16:00:00Z"));
  await become("incident");
  const [, resolve] = (await theCase(world, number)).milestones;
  expect(String(resolve?.due) > "2026-11-23").toBe(true);
});
