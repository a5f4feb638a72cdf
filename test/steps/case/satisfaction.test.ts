import { describe, expect, test } from "vitest";
import { day } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import { sweep } from "#steps/sweep.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  kindsOf,
  policyOf,
  staffAct,
  theCase,
} from "../../builders/case.ts";

describe("satisfaction", () => {
  const kinds = (world: CaseWorld) => kindsOf(world.mails).filter((kind) => kind === "satisfaction");
  const swept = async (world: CaseWorld, days: number) => {
    for (let count = 0; count < days; count += 1) {
      world.pass(day);
      await sweep(world);
    }
  };
  const closed = async (world: CaseWorld, number: string) => {
    await staffAct(world, number, "resolve", { text: "A new fuse." });
    await staffAct(world, number, "close", {});
  };

  test.each(["expandit", "solar", "bnc"])(
    "is asked once after a closing, and again after a real second one, by %s",
    async (pack) => {
      const world = aCaseWorld(policyOf(pack));
      const { number } = await aRegisteredCase(world, { kind: "complaint", topic: undefined });
      await closed(world, number);
      await swept(world, 30);
      expect(kinds(world)).toHaveLength(1);
      await answerCase(world, { pack, number }, "satisfaction", { satisfied: true });
      await staffAct(world, number, "reopen", {});
      expect((await theCase(world, number)).satisfaction).toBeUndefined();
      await swept(world, 30);
      expect(kinds(world)).toHaveLength(1);
      await closed(world, number);
      await swept(world, 30);
      expect(kinds(world)).toHaveLength(2);
      expect(await answerCase(world, { pack, number }, "satisfaction", { satisfied: false })).toMatchObject({
        satisfaction: { satisfied: false },
      });
    },
  );

  test("is asked two working days after the closing: not a second before, and not where it is open again by then", async () => {
    const world = aCaseWorld(policyOf("expandit"));
    const one = await aRegisteredCase(world, { kind: "complaint", topic: undefined });
    const other = await aRegisteredCase(world, { kind: "complaint", topic: undefined });
    for (const { number } of [one, other]) await closed(world, number);
    world.setNow("2026-11-03T09:00:00Z");
    await staffAct(world, other.number, "reopen", {});
    const { askAt } = await theCase(world, one.number);
    expect(askAt).toBe("2026-11-04T16:00:00.000Z");
    world.setNow("2026-11-04T15:59:59Z");
    await sweep(world);
    expect(kinds(world)).toEqual([]);
    world.setNow("2026-11-04T16:00:00Z");
    await sweep(world);
    await sweep(world);
    expect(kinds(world)).toEqual(["satisfaction"]);
    await swept(world, 30);
    expect(kinds(world)).toEqual(["satisfaction"]);
  });

  test("is not asked any more by a message that waits when the case is opened again", async () => {
    const world = aCaseWorld(policyOf("expandit"));
    const { number } = await aRegisteredCase(world, { kind: "complaint", topic: undefined });
    await closed(world, number);
    world.setNow("2026-11-04T16:00:00Z");
    world.sendings.push({ outcome: "throttled", reason: "busy" });
    await sweep(world);
    await staffAct(world, number, "reopen", {});
    await swept(world, 3);
    expect(kinds(world)).toEqual([]);
    const asked = Object.values((await theCase(world, number)).promises).find(
      ({ kind }) => kind === "satisfaction",
    );
    expect(asked?.state).toBe("void");
  });

  test("is asked of no case that is answered and not closed yet", async () => {
    const world = aCaseWorld(policyOf("expandit"));
    const { number } = await aRegisteredCase(world, { kind: "complaint", topic: undefined });
    await staffAct(world, number, "resolve", { text: "A new fuse." });
    await swept(world, 7);
    expect(kinds(world)).toEqual([]);
  });
});
