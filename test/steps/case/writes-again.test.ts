import { describe, expect, test } from "vitest";
import { answerCase } from "#steps/case/act.ts";
import { type CaseWorld, kindsOf, staffAct, theCase, wakeUp } from "../../builders/case.ts";
import { expandit, promised, statesOf } from "../../builders/inquiry.ts";

describe("a customer who writes again", () => {
  const writes = (world: CaseWorld, number: string, text: string) =>
    answerCase(world, { pack: world.deployed.policy.pack, number }, "answer", { text });
  const replies = async (world: CaseWorld, number: string) => {
    const { milestones, earlier = [] } = await theCase(world, number);
    return [...earlier.flatMap((each) => each.milestones), ...milestones]
      .filter(({ id }) => id === "reply")
      .map(({ state, due }) => `${state} ${due}`);
  };

  test("is owed another first answer, in the same time, and staff hear when it is missed", async () => {
    const world = expandit();
    const { number } = await promised(world);
    await staffAct(world, number, "update", { text: "Wir sehen nach" });
    world.setNow("2026-11-10T09:00:00.000Z");
    await writes(world, number, "Noch etwas: es ist Version 5");
    expect(await replies(world, number)).toEqual([
      "kept 2026-11-09T09:30:00.000Z",
      "open 2026-11-10T11:00:00.000Z",
    ]);
    world.setNow("2026-11-10T11:00:01.000Z");
    await wakeUp(world, number);
    expect((await replies(world, number)).at(-1)).toBe("broken 2026-11-10T11:00:00.000Z");
    expect(world.staffMails.at(-1)?.mail.labels.kind).toBe("staff-case-missed");
  });

  test("before the first was answered has that one promise, from the first mail on", async () => {
    const world = expandit();
    const { number } = await promised(world);
    await writes(world, number, "Noch etwas");
    expect(await replies(world, number)).toEqual(["open 2026-11-09T09:30:00.000Z"]);
  });

  test("after the full answer is owed both again, and hears nothing of it being opened", async () => {
    const world = expandit();
    const { number } = await promised(world, { mailbox: "sales" });
    await staffAct(world, number, "answer", { text: "Hier ist das Angebot" });
    world.setNow("2026-11-10T09:00:00.000Z");
    await writes(world, number, "Geht es auch mit Rabatt?");
    expect(await theCase(world, number)).toMatchObject({ status: "open", run: 2 });
    expect(await statesOf(world, number)).toEqual({ reply: "open", "sales-answer": "open" });
    expect(kindsOf(world.mails)).toEqual(["registered", "answer"]);
    expect(world.staffMails.at(-1)?.mail.labels.kind).toBe("staff-case-customer");
  });
});
