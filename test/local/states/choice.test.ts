import { describe, expect, test } from "vitest";
import { entered, ran } from "./a-world.ts";

const way = async (rule: object, input: unknown): Promise<string | undefined> => {
  const { events, error } = await ran(
    {
      StartAt: "Which?",
      States: {
        "Which?": { Type: "Choice", Choices: [{ ...rule, Next: "yes" }], Default: "no" },
        yes: { Type: "Succeed" },
        no: { Type: "Succeed" },
      },
    },
    input,
  );
  return error ?? entered(events).at(-1);
};

describe("a rule", () => {
  test.each([
    [{ Variable: "$.a", StringEquals: "x" }, { a: "x" }, "yes"],
    [{ Variable: "$.a", StringEquals: "x" }, { a: "y" }, "no"],
    [{ Variable: "$.a", StringEquals: "1" }, { a: 1 }, "no"],
    [{ Variable: "$.a", StringLessThan: "b" }, { a: "a" }, "yes"],
    [{ Variable: "$.a", NumericLessThanEquals: 2 }, { a: 2 }, "yes"],
    [{ Variable: "$.a", NumericGreaterThan: 2 }, { a: 2 }, "no"],
    [{ Variable: "$.a", BooleanEquals: false }, { a: false }, "yes"],
    [{ Variable: "$.a", TimestampEquals: "2026-01-01T00:00:00Z" }, { a: "2026-01-01T01:00:00+01:00" }, "yes"],
    [
      { Variable: "$.a", TimestampGreaterThanPath: "$.b" },
      { a: "2026-01-01T00:00:01Z", b: "2026-01-01T00:00:00Z" },
      "yes",
    ],
    [{ Variable: "$.a", NumericEqualsPath: "$.b" }, { a: 1, b: 2 }, "no"],
    [{ Variable: "$.a", StringMatches: "*.csv" }, { a: "x.csv" }, "yes"],
    [{ Variable: "$.a", StringMatches: "*.csv" }, { a: "xcsv" }, "no"],
    [{ Variable: "$.a", StringMatches: String.raw`a\*` }, { a: "ab" }, "no"],
    [{ Variable: "$.a", StringMatches: String.raw`a\*` }, { a: "a*" }, "yes"],
    [{ Variable: "$.a", IsPresent: true }, { a: null }, "yes"],
    [{ Variable: "$.a", IsPresent: false }, {}, "yes"],
    [{ Variable: "$.a", IsNull: true }, { a: null }, "yes"],
    [{ Variable: "$.a", IsTimestamp: true }, { a: "tomorrow" }, "no"],
    [{ Variable: "$['a b'][1]", NumericEquals: 2 }, { "a b": [1, 2] }, "yes"],
    [{ Variable: "$$.Execution.Name", StringEquals: "one" }, {}, "yes"],
    [{ Not: { Variable: "$.a", NumericEquals: 1 } }, { a: 1 }, "no"],
    [
      {
        And: [
          { Variable: "$.a", IsNumeric: true },
          { Variable: "$.a", NumericEquals: 1 },
        ],
      },
      { a: 1 },
      "yes",
    ],
    [
      {
        Or: [
          { Variable: "$.a", NumericEquals: 3 },
          { Variable: "$.a", NumericEquals: 1 },
        ],
      },
      { a: 2 },
      "no",
    ],
    [{ Variable: "$.missing", NumericEquals: 1 }, {}, "States.Runtime"],
  ])("%j with %j leads to %s", async (rule, input, expected) => {
    expect(await way(rule, input)).toBe(expected);
  });
});

test("the first rule that holds wins, and without any and without a Default the execution fails", async () => {
  const rules = [
    { Variable: "$.n", NumericGreaterThan: 1, Next: "many" },
    { Variable: "$.n", NumericGreaterThan: 0, Next: "one" },
  ];
  const states = {
    "Which?": { Type: "Choice", Choices: rules },
    many: { Type: "Succeed" },
    one: { Type: "Succeed" },
  };
  const run = (n: number) => ran({ StartAt: "Which?", States: states }, { n });
  expect(entered((await run(2)).events).at(-1)).toBe("many");
  expect(entered((await run(1)).events).at(-1)).toBe("one");
  expect(await run(0)).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
});
