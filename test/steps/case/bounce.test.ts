import { describe, expect, test } from "vitest";
import { instant, minute } from "#core/time.ts";
import { awaitCase } from "#steps/case/await.ts";
import { noteMailEvent } from "#steps/mail-event.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  staffAct,
  theCase,
  wakeUp,
} from "../../builders/case.ts";

const due = "2026-11-11T16:00:00.000Z";

/** The provider says that the message of this kind came back. */
const cameBack = async (world: CaseWorld, kind: string): Promise<void> => {
  const key = world.table.all().find(({ sk }) => sk.startsWith(`send#1#${kind}`));
  if (key === undefined) throw new Error("nothing was sent");
  const about = { key: { pk: key.pk, sk: key.sk }, messageId: "message-2", sentAt: world.now() };
  const reason = "Permanent/NoEmail";
  await noteMailEvent(world, { ...about, at: world.now(), happened: "bounced", reason, mayBeReply: false });
};

describe("an acknowledgement that bounces", () => {
  test("is owed again, with the deadline that it had, and a person hears of it", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    await cameBack(world, "acknowledged");
    expect((await theCase(world, number)).milestones[0]).toMatchObject({ state: "open", due });
    expect(world.table.all().filter(({ what }) => what === "send-bounced")).toHaveLength(1);
  });

  test("wakes the execution at once: it waits for the milestone that is in front again", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    const { beat, front } = await wakeUp(world, number);
    expect(front).toBe("update");
    await awaitCase(world, { pack: "solar", code: number, run: 1, beat, token: "token-1" });
    await cameBack(world, "acknowledged");
    expect(world.answered).toEqual(["token-1"]);
    expect((await wakeUp(world, number)).front).toBe("acknowledge");
    expect(world.table.all().filter(({ type, owed }) => type === "change" && owed !== undefined)).toEqual([]);
  });

  test("after it came too late stays missed, and nobody hears of it a second time", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow("2026-11-12T17:00:00Z");
    await wakeUp(world, number);
    const missed = () =>
      world.staffMails.filter(({ mail }) => mail.labels.kind === "staff-case-missed").length;
    const before = missed();
    await staffAct(world, number, "acknowledge", { text: "We are sorry." });
    await cameBack(world, "acknowledged");
    expect((await theCase(world, number)).milestones[0]?.state).toBe("broken");
    world.pass(minute);
    await wakeUp(world, number);
    expect(missed()).toBe(before);
    world.setNow("2026-11-16T16:00:00Z");
    await wakeUp(world, number);
    expect(missed()).toBe(before + 1);
  });
});

test("an answer that bounces opens the case again, and its execution starts at once", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  world.setNow(String(instant("2026-11-05T09:00:00Z")));
  await staffAct(world, number, "resolve", { text: "A new fuse." });
  await cameBack(world, "resolved");
  expect(await theCase(world, number)).toMatchObject({ status: "open", run: 2 });
  expect(world.started.map(({ name }) => name)).toEqual([`${number}-r1`, `${number}-r2`]);
});
