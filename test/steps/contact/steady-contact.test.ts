import { describe, expect, test } from "vitest";
import { parseInstant, plus, second } from "#core/time.ts";
import { readRelation } from "#steps/contact/change-relation.ts";
import { lookAtRelation, watchContact } from "#steps/contact/relation.ts";
import { readPromises } from "#steps/promises.ts";
import { sweep } from "#steps/sweep.ts";
import { openTasks } from "#steps/tasks.ts";
import type { CaseWorld } from "../../builders/case.ts";
import { aPartnerWorld, asked, called, entered, lena, refused } from "./a-partner.ts";

/** Thirty days after Monday 2 November is Wednesday 2 December, until the company closes at 17:00 in Berlin. */
const due = "2026-12-02T16:00:00.000Z";
/** When it opens on the fifth working day before: Wednesday 25 November, 9:00. */
const announced = "2026-11-25T08:00:00.000Z";

const at = (text: string) => parseInstant(text) ?? "";
const kinds = (world: CaseWorld) => world.staffMails.map(({ mail }) => mail.labels.kind);
const sweepAt = async (world: CaseWorld, when: string): Promise<void> => {
  world.setNow(when);
  await sweep(world);
  await sweep(world);
};
const rows = async (world: CaseWorld) => {
  const stretch = { from: at("2026-11-01T00:00:00Z"), to: at("2027-03-01T00:00:00Z") } as never;
  const { rows: all } = await readPromises(world, "expandit", stretch);
  return all.filter(({ about }) => about === "relation");
};

describe("contact with a partner", () => {
  test("is due thirty days after it was entered, on a day on which the company works", async () => {
    const world = await aPartnerWorld();
    expect(await entered(world)).toMatchObject({ since: "2026-11-02T09:00:00.000Z", due, version: 1 });
    expect(await lookAtRelation(world, "expandit", "vega")).toMatchObject({
      kind: "partner",
      manager: lena,
      nextContactBy: due,
      state: "open",
    });
  });

  test("is a task with a deadline for its manager when it comes due, with a mail; and not a second earlier", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    await sweepAt(world, "2026-11-25T07:59:59.000Z");
    expect(await openTasks(world, "expandit")).toEqual([]);
    await sweepAt(world, announced);
    expect(await openTasks(world, "expandit")).toMatchObject([
      { what: "contact-due", due, for: "Lena Brandt", reason: "contact with vega" },
    ]);
    expect(world.staffMails).toHaveLength(1);
    const { mail } = world.staffMails[0] ?? {};
    expect(mail?.to).toEqual({ name: lena.name, address: lena.email });
    expect(mail?.text).toContain("Vega GmbH");
    expect(mail?.text).toMatch(/2\. Dezember 2026 um 17:00/);
  });

  test("that is made takes the task away, and the time begins anew", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    await sweepAt(world, announced);
    await called(world);
    expect(await openTasks(world, "expandit")).toEqual([]);
    expect(await lookAtRelation(world, "expandit", "vega")).toMatchObject({
      since: announced,
      nextContactBy: "2026-12-28T16:00:00.000Z",
      lastContact: { at: announced, how: "phone", by: "Lena Brandt", text: "They plan a second site." },
    });
    await sweepAt(world, plus(at(due) as never, second));
    expect(kinds(world)).toEqual(["staff-contact-due"]);
    expect(await rows(world)).toMatchObject([
      { promise: "contact", subject: "vega", due, state: "kept", at: announced, evidence: "phone" },
      { due: "2026-12-28T16:00:00.000Z", state: "open" },
    ]);
  });

  test.each([
    ["at the last moment is kept", due, "kept", []],
    [
      "a second later is late",
      "2026-12-02T16:00:01.000Z",
      "late",
      ["staff-contact-missed", "staff-contact-missed"],
    ],
  ])("%s", async (_name, moment, state, alerts) => {
    const world = await aPartnerWorld();
    await entered(world);
    await sweepAt(world, announced);
    await sweepAt(world, moment);
    await called(world);
    expect(await rows(world)).toMatchObject([{ state, at: moment }, { state: "open" }]);
    expect(kinds(world).slice(1)).toEqual(alerts);
  });

  test("that nobody makes alerts its manager and who hears above them, once, and stays open", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    await sweepAt(world, "2026-12-02T16:00:01.000Z");
    await sweepAt(world, "2027-02-02T16:00:01.000Z");
    await watchContact(world, { pack: "expandit", account: "vega" });
    expect(kinds(world)).toEqual(["staff-contact-missed", "staff-contact-missed"]);
    expect(world.staffMails.map(({ mail }) => mail.to.address)).toEqual([
      lena.email,
      "service-management@expandit.example",
    ]);
    expect((await openTasks(world, "expandit")).map(({ what }) => what)).toEqual(["contact-due"]);
    expect(await rows(world)).toMatchObject([{ state: "broken" }]);
    expect(await lookAtRelation(world, "expandit", "vega")).toMatchObject({ state: "missed" });
  });

  test("that is recorded late counts when it was made", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    await sweepAt(world, "2026-12-03T09:00:00.000Z");
    await called(world, "2026-12-01T09:00:00.000Z");
    expect(await rows(world)).toMatchObject([{ state: "kept", at: "2026-12-01T09:00:00.000Z" }, {}]);
    expect(await openTasks(world, "expandit")).toEqual([]);
    const relation = await readRelation(world, "expandit", "vega");
    await called(world, "2026-11-20T09:00:00.000Z");
    expect(await readRelation(world, "expandit", "vega")).toMatchObject({
      due: relation?.due,
      version: relation?.version,
      lastContact: relation?.lastContact,
    });
    expect(await refused(called(world, "2026-12-03T09:00:01.000Z"))).toBe("date-in-future");
  });

  test("that is sent twice, also at once, is one", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    const by = asked(world, "vega", "one-call");
    await Promise.all([called(world, undefined, by), called(world, undefined, by)]);
    await called(world, undefined, by);
    expect(await readRelation(world, "expandit", "vega")).toMatchObject({ version: 2 });
  });

  test("goes on with another manager, who hears of it; another kind has other dates", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    await entered(world, "partner");
    expect(await readRelation(world, "expandit", "vega")).toMatchObject({ version: 1, due });
    await entered(world, "reseller");
    expect((await rows(world)).map(({ state }) => state)).toEqual(expect.arrayContaining(["void", "open"]));
    await sweepAt(world, plus(at(due) as never, second));
    expect(kinds(world)).toEqual([]);
  });

  test("needs an account, a kind of the policy, and a manager before any call", async () => {
    const world = await aPartnerWorld();
    expect(await refused(called(world))).toBe("not-found");
    expect(await refused(entered(world, "friend"))).toBe("unknown-partner-kind");
    expect(await refused(entered(world, "partner", asked(world, "nobody")))).toBe("not-found");
    expect(await lookAtRelation(world, "expandit", "vega")).toMatchObject({ refused: "not-found" });
  });

  test("survives a run that dies between the entry and the letter", async () => {
    const world = await aPartnerWorld();
    await entered(world);
    world.setNow(announced);
    const { send } = world.mailer;
    world.mailer.send = async () => {
      throw new Error("gone");
    };
    await sweep(world);
    world.mailer.send = send;
    world.pass(61_000);
    await sweep(world);
    await sweep(world);
    expect(kinds(world)).toEqual([]);
    expect((await openTasks(world, "expandit")).map(({ what }) => what).sort()).toEqual([
      "contact-due",
      "send-unknown",
    ]);
  });

  test("keeps accounts with marks in their ids apart, in tasks and tags as well", async () => {
    const world = await aPartnerWorld("vega.de_1");
    await entered(world, "partner", asked(world, "vega.de_1"));
    await sweepAt(world, announced);
    expect(await openTasks(world, "expandit")).toMatchObject([{ about: { code: "vega-dde-u1" } }]);
    expect(world.staffMails[0]?.mail.labels.ledger).toBe(
      "expandit_relation_vega-dde-u1_send_1_due_staff-contact-due_email",
    );
  });
});
