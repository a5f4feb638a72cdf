import { describe, expect, test } from "vitest";
import { readDefinition } from "#local/states/read-definition.ts";
import { callback, task } from "./a-world.ts";

const refusal = (definition: unknown): string => {
  try {
    readDefinition(JSON.stringify(definition));
  } catch (error) {
    expect(error).toMatchObject({ name: "InvalidDefinition" });
    return (error as Error).message;
  }
  return "accepted";
};

const withState = (state: object, more: object = {}) => ({
  StartAt: "Odd one",
  States: { "Odd one": { End: true, ...state } },
  ...more,
});

describe("a definition is refused by the name of the state, for", () => {
  test.each([
    ["a type that we do not run", { Type: "Map", ItemProcessor: {} }, '"Map"'],
    ["parallel branches", { Type: "Parallel", Branches: [] }, '"Parallel"'],
    ["a field of another type", { Type: "Pass", Seconds: 1 }, '"Seconds"'],
    ["a field of JSONata", { Type: "Pass", Assign: {} }, '"Assign"'],
    ["a query language", { Type: "Pass", QueryLanguage: "JSONata" }, "QueryLanguage"],
    ["a dynamic heartbeat", callback({ HeartbeatSecondsPath: "$.h" }), '"HeartbeatSecondsPath"'],
    ["a heartbeat without a token", task("f", { HeartbeatSeconds: 5 }), '"HeartbeatSeconds"'],
    ["two timeouts", task("f", { TimeoutSeconds: 5, TimeoutSecondsPath: "$.t" }), "TimeoutSecondsPath"],
    ["a timeout of nothing", task("f", { TimeoutSeconds: 0 }), "TimeoutSeconds"],
    ["another integration", task("f", { Resource: "arn:aws:states:::sqs:sendMessage" }), "sqs:sendMessage"],
    [
      "a parameter of lambda:invoke",
      task("f", { Parameters: { FunctionName: "f", InvocationType: "Event" } }),
      '"InvocationType"',
    ],
    ["no function", task("f", { Parameters: { Payload: {} } }), "FunctionName"],
    ["an intrinsic function", { Type: "Pass", Parameters: { "x.$": "States.UUID()" } }, "States.UUID()"],
    ["a filter in a path", { Type: "Pass", InputPath: "$.a[?(@.b)]" }, "$.a[?(@.b)]"],
    ["a wildcard in a path", { Type: "Pass", Parameters: { a: [{ "x.$": "$..b" }] } }, "$..b"],
    [
      "the context object's unknown parts",
      { Type: "Pass", Parameters: { "x.$": "$$.Map.Item.Index" } },
      "$$.Map.Item.Index",
    ],
    ["a result for the context object", { Type: "Pass", ResultPath: "$$.Task" }, "ResultPath"],
    ["two moments of a Wait", { Type: "Wait", Seconds: 1, Timestamp: "2026-01-01T00:00:00Z" }, "exactly one"],
    ["no moment of a Wait", { Type: "Wait" }, "exactly one"],
    ["a day that does not exist", { Type: "Wait", Timestamp: "2026-02-30T00:00:00Z" }, "Timestamp"],
    [
      "States.ALL that is not last",
      task("f", { Retry: [{ ErrorEquals: ["States.ALL"] }, { ErrorEquals: ["A"] }] }),
      "States.ALL",
    ],
    [
      "an unknown field of a retrier",
      task("f", { Retry: [{ ErrorEquals: ["A"], Attempts: 1 }] }),
      '"Attempts"',
    ],
    ["a state that does not exist", { Type: "Pass", End: undefined, Next: "Nowhere" }, '"Nowhere"'],
    [
      "a catcher that leads nowhere",
      task("f", { Catch: [{ ErrorEquals: ["A"], Next: "Nowhere" }] }),
      '"Nowhere"',
    ],
    ["no way on", { Type: "Pass", End: undefined }, "exactly one of Next and End"],
    ["two ways on", { Type: "Pass", Next: "Odd one" }, "exactly one of Next and End"],
  ])("%s", (_, state, named) => {
    const message = refusal(withState(state));
    expect(message).toContain('"Odd one"');
    expect(message).toContain(named);
  });

  test.each([
    ["an operator", { Variable: "$.a", StringLike: "x", Next: "A" }, '"StringLike"'],
    [
      "an operator in depth",
      { Not: { And: [{ Variable: "$.a", NumericNear: 1 }] }, Next: "A" },
      '"NumericNear"',
    ],
    ["two operators", { Variable: "$.a", IsNull: true, IsString: true, Next: "A" }, "exactly one operator"],
    ["a comparison with another kind", { Variable: "$.a", NumericEquals: "1", Next: "A" }, '"NumericEquals"'],
    ["a rule without a variable", { IsNull: true, Next: "A" }, '"Variable"'],
    ["a rule that leads nowhere", { Variable: "$.a", IsNull: true, Next: "B" }, '"B"'],
  ])("%s of a Choice", (_, rule, named) => {
    const states = { "Odd one": { Type: "Choice", Choices: [rule] }, A: { Type: "Succeed" } };
    const message = refusal({ StartAt: "Odd one", States: states });
    expect(message).toContain('"Odd one"');
    expect(message).toContain(named);
  });
});

test("a machine is refused for a field, a start, or a name over 80 characters", () => {
  const pass = { Type: "Pass" };
  expect(refusal(withState(pass, { Timeout: 5 }))).toContain('the machine: the field "Timeout"');
  expect(refusal(withState(pass, { StartAt: "Elsewhere" }))).toContain('"Elsewhere"');
  expect(
    refusal({
      StartAt: "A",
      States: { A: { ...pass, Next: "x".repeat(81) }, ["x".repeat(81)]: { ...pass, End: true } },
    }),
  ).toContain("xxx");
  expect(refusal("{")).not.toBe("accepted");
});

test("every field that the appointment and the case use is accepted", () => {
  expect(
    refusal(
      withState(
        callback({ Comment: "c", TimeoutSecondsPath: "$.t", HeartbeatSeconds: 5, ResultPath: "$.r" }),
        { TimeoutSeconds: 9, Comment: "c" },
      ),
    ),
  ).toBe("accepted");
});
