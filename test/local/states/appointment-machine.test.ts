import { describe, expect, test } from "vitest";
import { planAppointments } from "#core/policy/plan.ts";
import { day, plus } from "#core/time.ts";
import { definitionIn, pathOf, tasksOf } from "../../stack/definition.ts";
import { synthesized, taxdome } from "../../stack/synthesized.ts";
import { named, start } from "./a-world.ts";
import { expectSameStates } from "./oracle.ts";

const definition = definitionIn(synthesized());
const tasks = tasksOf(definition).map(([name]) => name);
const promises = planAppointments(taxdome())?.promises ?? [];

/** Some moments apart, in the order of the policy; which ones is of no account to the way. */
const input = {
  pack: "taxdome",
  code: "ABCDEFG",
  version: 1,
  due: Object.fromEntries(promises.map(({ id }, index) => [id, plus(start, (index + 1) * day)])),
  end: plus(start, 100 * day),
};

const wayWhen = (failing: string, error: string) =>
  expectSameStates({
    definition,
    input,
    answers: {
      [failing]: () => {
        throw named(error);
      },
    },
  });

describe("the machine of an appointment goes the same way here and in aws-local-stepfunctions", () => {
  test("when all goes well: through every promise, to the end", async () => {
    expect(await expectSameStates({ definition, input })).toEqual([pathOf(definition), "SUCCEEDED"]);
  });

  test.each(tasks)("when it finds itself superseded at “%s”", async (name) => {
    await wayWhen(name, "Superseded");
  });

  test.each(tasks)("when “%s” fails for good", async (name) => {
    const [, status] = await wayWhen(name, "Broken");
    expect(status).toBe("SUCCEEDED");
  });
});
