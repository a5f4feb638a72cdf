import { describe, expect, test } from "vitest";
import { day, type Milliseconds, minute } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, staffAct, theCase } from "../../builders/case.ts";

const aPress = async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  const press = (text: string, act: "answer" | "escalate" = "answer") =>
    answerCase(world, { pack: "solar", number }, act, { text });
  return { world, number, press };
};

const actions = (world: CaseWorld): unknown[] =>
  world.table
    .all()
    .flatMap(({ type, actor, action }) =>
      type === "change" && actor === "customer" && action !== "registered" ? [action] : [],
    );

const noticesOf = (world: CaseWorld): number =>
  world.staffMails.filter(({ mail }) => mail.labels.kind === "staff-case-customer").length;

describe("a customer who presses twice", () => {
  test("has answered once, is told the same twice, and staff hear of it once", async () => {
    const { world, number, press } = await aPress();
    await staffAct(world, number, "request-information", { text: "Which firmware?" });
    const [first, second] = [await press("1.4"), await press("1.4")];
    expect([first, second]).toMatchObject([{ status: "open" }, { status: "open" }]);
    expect([actions(world), noticesOf(world)]).toEqual([["customer-wrote"], 1]);
  });

  test("at the same moment has answered once", async () => {
    const { world, number, press } = await aPress();
    await staffAct(world, number, "request-information", { text: "Which firmware?" });
    await Promise.all([press("1.4"), press("1.4"), press("1.4")]);
    expect([actions(world), noticesOf(world)]).toEqual([["customer-wrote"], 1]);
  });

  test("and days later, to the same request, has still answered once", async () => {
    const { world, number, press } = await aPress();
    await staffAct(world, number, "request-information", { text: "Which firmware?" });
    await press("1.4");
    world.pass((3 * day) as Milliseconds);
    await press("1.4");
    expect(actions(world)).toHaveLength(1);
  });

  test("with other words has said something more", async () => {
    const { world, press } = await aPress();
    await press("1.4");
    await press("No, 1.5");
    expect(actions(world)).toHaveLength(2);
  });

  test("has answered twice when asked twice, with the same word", async () => {
    const { world, number, press } = await aPress();
    await staffAct(world, number, "request-information", { text: "Is it on?" });
    await press("Yes");
    await staffAct(world, number, "request-information", { text: "Is it plugged in?" });
    await press("Yes");
    expect([actions(world).length, await theCase(world, number)]).toMatchObject([2, { status: "open" }]);
  });

  test.each([2, 60])(
    "has objected anew when the answer came in between, %i minutes later",
    async (minutes) => {
      const { world, number, press } = await aPress();
      await staffAct(world, number, "request-information", { text: "Does it run?" });
      await press("It does not run");
      world.pass((minutes * minute) as Milliseconds);
      await staffAct(world, number, "resolve", { text: "We have reset it" });
      world.pass((minutes * minute) as Milliseconds);
      await press("It does not run");
      expect(actions(world)).toHaveLength(2);
    },
  );

  test.each<[string, number, number]>([
    ["one second before ten minutes have passed, once", 10 * minute - 1000, 1],
    ["exactly ten minutes later, once", 10 * minute, 1],
    ["one second after that, a second time", 10 * minute + 1000, 2],
  ])("unasked has asked for news %s", async (_, later, count) => {
    const { world, press } = await aPress();
    await press("Any news?");
    world.pass(later as Milliseconds);
    await press("Any news?");
    expect(actions(world)).toHaveLength(count);
  });

  test("asks for somebody else once, and goes up one level", async () => {
    const { world, number, press } = await aPress();
    await press("This is no help", "escalate");
    await press("This is no help", "escalate");
    expect([actions(world), await theCase(world, number)]).toMatchObject([
      ["escalated"],
      { escalatedTo: "manager" },
    ]);
  });

  test("may say in an answer what the wish for somebody else says too", async () => {
    const { world, press } = await aPress();
    await press("This is no help");
    await press("This is no help", "escalate");
    expect(actions(world)).toEqual(["customer-wrote", "escalated"]);
  });
});
