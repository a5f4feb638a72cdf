import { describe, expect, test } from "vitest";
import { policyOf } from "../../builders/case.ts";
import { definitionIn } from "../../stack/definition.ts";
import { synthesized } from "../../stack/synthesized.ts";
import { named } from "./a-world.ts";
import { expectSameStates } from "./oracle.ts";

const definition = definitionIn(synthesized("local", [policyOf("solar")]));
const input = { pack: "solar", code: "ABCDEFG", run: 1, next: { wakes: 0 } };

const hub = "What comes next?";
const choice = "Which milestone is in front?";

/** What the hub says at each wake-up, the last again and again: by what it is handed alone, for two interpreters ask it. */
const saying =
  (...fronts: string[]) =>
  (payload: unknown) => {
    const { wakes } = payload as { wakes: number };
    return { front: fronts[Math.min(wakes, fronts.length - 1)], seconds: 60, beat: wakes, wakes: wakes + 1 };
  };

describe("the machine of a case goes the same way here and in aws-local-stepfunctions", () => {
  test("through three milestones that are kept, in 15 states at most", async () => {
    const answers = { [hub]: saying("acknowledge", "update", "resolve", "over") };
    const [states, status] = await expectSameStates({ definition, input, answers });
    expect(status).toBe("SUCCEEDED");
    expect(states).toEqual([
      hub,
      choice,
      "Acknowledge within 7 working days",
      hub,
      choice,
      "Progress update within 14 working days after the acknowledgement",
      hub,
      choice,
      "Resolve within 30 working days",
      hub,
      choice,
      "Nothing is owed any more",
    ]);
  });

  test("straight through, when it is resolved before anything is due", async () => {
    const [states] = await expectSameStates({ definition, input, answers: { [hub]: saying("over") } });
    expect(states).toEqual([hub, choice, "Nothing is owed any more"]);
  });

  test("by the wait for whatever comes, when it does not know what is in front", async () => {
    const answers = { [hub]: saying("a-milestone-of-tomorrow", "over") };
    const [states] = await expectSameStates({ definition, input, answers });
    expect(states).toContain("Wait until something is due");
  });

  test("to a quiet end, when a later run watches over the case", async () => {
    const superseded = () => {
      throw named("Superseded");
    };
    const way = await expectSameStates({ definition, input, answers: { [hub]: superseded } });
    expect(way).toEqual([[hub, "Superseded by a later run"], "SUCCEEDED"]);
  });
});
