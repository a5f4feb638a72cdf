import { describe, expect, test } from "vitest";
import { executionArn, outputOf, ran, start } from "./a-world.ts";

describe("a Pass", () => {
  test.each([
    ["hands its input on", {}, { a: 1 }, { a: 1 }],
    ["puts a result in its place", { Result: [1] }, { a: 1 }, [1]],
    ["puts a result into it", { Result: 2, ResultPath: "$.b.c" }, { a: 1 }, { a: 1, b: { c: 2 } }],
    ["puts a result under a name with a dash", { Result: 2, ResultPath: "$['x-y']" }, {}, { "x-y": 2 }],
    ["throws its result away", { Result: 2, ResultPath: null }, { a: 1 }, { a: 1 }],
    ["replaces what was there", { Result: 2, ResultPath: "$.a[0]" }, { a: [1, 5] }, { a: [2, 5] }],
    [
      "narrows its input, but writes into the whole",
      { InputPath: "$.a", ResultPath: "$.c" },
      { a: { b: 1 } },
      { a: { b: 1 }, c: { b: 1 } },
    ],
    ["starts from nothing", { InputPath: null }, { a: 1 }, {}],
    ["hands nothing on", { OutputPath: null }, { a: 1 }, {}],
    [
      "fills parameters from its input",
      { Parameters: { "x.$": "$.a.b", y: [{ "z.$": "$" }] } },
      { a: { b: 1 } },
      { x: 1, y: [{ z: { a: { b: 1 } } }] },
    ],
  ])("%s", async (_, state, input, expected) => {
    expect(await outputOf({ Type: "Pass", ...state }, input)).toEqual(expected);
  });

  test("knows its execution through the context object", async () => {
    const parameters = {
      "id.$": "$$.Execution.Id",
      "name.$": "$$.Execution.Name",
      "input.$": "$$.Execution.Input.a",
      "started.$": "$$.Execution.StartTime",
      "state.$": "$$.State.Name",
      "entered.$": "$$.State.EnteredTime",
      "machine.$": "$$.StateMachine.Id",
    };
    expect(await outputOf({ Type: "Pass", Parameters: parameters }, { a: 7 })).toEqual({
      id: executionArn,
      name: "one",
      input: 7,
      started: start,
      state: "Only",
      entered: start,
      machine: "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-test",
    });
  });

  test.each([
    [{ InputPath: "$.missing" }, "States.Runtime"],
    [{ OutputPath: "$.missing" }, "States.Runtime"],
    [{ Parameters: { "x.$": "$.missing" } }, "States.ParameterPathFailure"],
    [{ Parameters: { "x.$": "$.constructor" } }, "States.ParameterPathFailure"],
    [{ Result: 1, ResultPath: "$.a.b" }, "States.ResultPathMatchFailure"],
  ])("with %j fails with %s", async (state, error) => {
    const definition = { StartAt: "Only", States: { Only: { Type: "Pass", ...state, End: true } } };
    expect(await ran(definition, { a: 1 })).toMatchObject({ status: "FAILED", error });
  });
});

test("Succeed ends with what its paths leave", async () => {
  const definition = {
    StartAt: "Done",
    States: { Done: { Type: "Succeed", InputPath: "$.a", OutputPath: "$.b" } },
  };
  expect(await ran(definition, { a: { b: 1 } })).toMatchObject({ status: "SUCCEEDED", output: "1" });
});

test("Fail ends with its error and cause", async () => {
  const definition = { StartAt: "No", States: { No: { Type: "Fail", Error: "Tired", Cause: "enough" } } };
  const { status, error, cause, events } = await ran(definition);
  expect({ status, error, cause }).toEqual({ status: "FAILED", error: "Tired", cause: "enough" });
  expect(events.at(-1)?.["executionFailedEventDetails"]).toEqual({ error: "Tired", cause: "enough" });
});

test("a result of more than 256 KiB ends the execution", async () => {
  const half = "é".repeat(70_000);
  const double = { Type: "Pass", Parameters: { "one.$": "$.half", "two.$": "$.half" } };
  const run = (text: string) =>
    ran({ StartAt: "Only", States: { Only: { ...double, End: true } } }, { half: text });
  expect(await run(half)).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  expect(await run(half.slice(0, 60_000))).toMatchObject({ status: "SUCCEEDED" });
});
