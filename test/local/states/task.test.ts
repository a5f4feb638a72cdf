import { describe, expect, onTestFinished, test, vi } from "vitest";
import { day, hour, plus, second } from "#core/time.ts";
import { turn } from "#local/quiet.ts";
import { createRecords } from "#local/states/records.ts";
import { createRunner } from "#local/states/runner.ts";
import {
  aWorld,
  begin,
  entered,
  executionArn,
  type Functions,
  machineArn,
  named,
  outputOf,
  ran,
  start,
  task,
  types,
} from "./a-world.ts";

const only = (state: object) => ({
  StartAt: "Only",
  States: { Only: { ...state, Next: "Done" }, Done: { Type: "Succeed" }, Caught: { Type: "Succeed" } },
});

const failing = (...names: (string | undefined)[]): Functions => {
  let attempt = 0;
  return {
    f: () => {
      const name = names[Math.min(attempt++, names.length - 1)];
      if (name !== undefined) throw named(name, "why");
      return "at last";
    },
  };
};

describe("a task", () => {
  test("gives its Lambda the payload, and has its answer as lambda:invoke wraps it", async () => {
    const f = vi.fn(() => ({ answer: 42 }));
    const output = await outputOf(
      task("f", { Parameters: { FunctionName: "f", Payload: { "x.$": "$.a" } } }),
      { a: 1 },
      { f },
    );
    expect(f).toHaveBeenCalledExactlyOnceWith({ x: 1 });
    expect(output).toEqual({ ExecutedVersion: "$LATEST", Payload: { answer: 42 }, StatusCode: 200 });
  });

  test.each([
    "f",
    "arn:aws:lambda:eu-west-1:000000000000:function:f",
    "arn:aws:lambda:eu-west-1:000000000000:function:f:live",
  ])("finds the function of %s", async (FunctionName) => {
    expect((await ran(only(task("f", { Parameters: { FunctionName } })))).invoked).toEqual(["f"]);
  });

  test("selects from its result, puts it where ResultPath says, and hands on what OutputPath leaves", async () => {
    const more = { ResultSelector: { "n.$": "$.Payload.n" }, ResultPath: "$.r", OutputPath: "$.r.n" };
    expect(await outputOf(task("f", more), {}, { f: () => ({ n: 3 }) })).toBe(3);
    expect(await outputOf(task("f", { ResultPath: null }), { a: 1 }, { f: () => ({ n: 3 }) })).toEqual({
      a: 1,
    });
  });

  test("has null for a Lambda that answers nothing", async () => {
    expect(await outputOf(task("f", { OutputPath: "$.Payload" }), {}, { f: () => undefined })).toBeNull();
  });

  test("that nothing catches fails the execution with the Lambda's own error", async () => {
    const run = await ran(only(task("f")), {}, failing("Broken"));
    expect(run).toMatchObject({ status: "FAILED", error: "Broken" });
    expect(JSON.parse(run.cause ?? "")).toEqual({ errorType: "Broken", errorMessage: "why" });
  });

  test("whose parameters lead nowhere runs nothing", async () => {
    const nowhere = { FunctionName: "f", "Payload.$": "$.missing" };
    const { invoked, error } = await ran(only(task("f", { Parameters: nowhere })));
    expect([invoked, error]).toEqual([[], "States.ParameterPathFailure"]);
  });

  test("fails with Lambda.Unknown when the local world itself is at fault", async () => {
    const { clock, store } = aWorld();
    const runner = createRunner({
      clock,
      records: createRecords(store),
      invoke: () => Promise.reject(new Error("no such file")),
    });
    runner.define(machineArn, JSON.stringify(only(task("f"))));
    runner.start(machineArn, "one");
    await clock.advance(start);
    const why = { error: "Lambda.Unknown", cause: "Error: no such file" };
    expect(runner.describe(executionArn)).toMatchObject({ status: "FAILED", ...why });
  });
});

describe("Retry", () => {
  const retrying = (...retry: object[]) => only(task("f", { Retry: retry }));

  test("tries again after growing pauses, in virtual time, up to MaxDelaySeconds", async () => {
    const world = aWorld({
      f: () => {
        at.push(world.clock.now());
        throw named("Broken");
      },
    });
    const at: string[] = [];
    begin(
      world,
      retrying({
        ErrorEquals: ["Broken"],
        IntervalSeconds: 2,
        BackoffRate: 3,
        MaxAttempts: 4,
        MaxDelaySeconds: 10,
      }),
    );
    await world.pass(hour);
    expect(at).toEqual([0, 2, 8, 18, 28].map((seconds) => plus(start, seconds * second)));
    expect(world.runner.describe(executionArn)).toMatchObject({
      status: "FAILED",
      error: "Broken",
      stopDate: plus(start, 28 * second),
    });
  });

  test("goes on when an attempt succeeds, having entered the state once", async () => {
    const run = await ran(retrying({ ErrorEquals: ["States.ALL"] }), {}, failing("A", "B", undefined), hour);
    expect(run.status).toBe("SUCCEEDED");
    const failed = "TaskScheduled TaskStarted TaskFailed";
    const succeeded = "TaskScheduled TaskStarted TaskSucceeded TaskStateExited";
    const end = "SucceedStateEntered SucceedStateExited ExecutionSucceeded";
    expect(types(run.events).join(" ")).toBe(
      `ExecutionStarted TaskStateEntered ${failed} ${failed} ${succeeded} ${end}`,
    );
  });

  test("of a named error with no attempts stands before States.TaskFailed, which would match it too", async () => {
    const never = { ErrorEquals: ["Superseded"], MaxAttempts: 0 };
    const patient = { ErrorEquals: ["States.TaskFailed"], MaxAttempts: 2 };
    expect((await ran(retrying(never, patient), {}, failing("Superseded"), hour)).invoked).toHaveLength(1);
    expect((await ran(retrying(patient, never), {}, failing("Superseded"), hour)).invoked).toHaveLength(3);
    expect((await ran(retrying(never, patient), {}, failing("Broken"), hour)).invoked).toHaveLength(3);
  });

  test("counts the attempts of each retrier by itself", async () => {
    const both = retrying({ ErrorEquals: ["A"], MaxAttempts: 1 }, { ErrorEquals: ["B"], MaxAttempts: 1 });
    expect(await ran(both, {}, failing("A", "B", undefined), hour)).toMatchObject({ status: "SUCCEEDED" });
    expect(await ran(both, {}, failing("A", "B", "A"), hour)).toMatchObject({ status: "FAILED", error: "A" });
  });

  test("with full jitter pauses no longer than without, and the same in every run", async () => {
    const jittery = retrying({
      ErrorEquals: ["A"],
      IntervalSeconds: 1000,
      MaxAttempts: 1,
      JitterStrategy: "FULL",
    });
    const ends = [await ran(jittery, {}, failing("A"), day), await ran(jittery, {}, failing("A"), day)].map(
      (run) => run.stopDate,
    );
    expect(ends[0]).toBe(ends[1]);
    expect(ends[0]).not.toBe(start);
    expect(ends[0] !== undefined && ends[0] < plus(start, 1000 * second)).toBe(true);
  });

  test("tells the Lambda how often it was tried again", async () => {
    const counts: unknown[] = [];
    const f = (payload: unknown) => {
      counts.push(payload);
      throw named("A");
    };
    const parameters = { FunctionName: "f", Payload: { "count.$": "$$.State.RetryCount" } };
    await ran(
      only(task("f", { Parameters: parameters, Retry: [{ ErrorEquals: ["A"], MaxAttempts: 2 }] })),
      {},
      { f },
      hour,
    );
    expect(counts).toEqual([{ count: 0 }, { count: 1 }, { count: 2 }]);
  });
});

describe("Catch", () => {
  const caughtBy = (catcher: object) => only(task("f", { Catch: [{ Next: "Caught", ...catcher }] }));

  test.each([
    [["Broken"], "Broken", "Caught"],
    [["Other"], "Broken", undefined],
    [["States.TaskFailed"], "Broken", "Caught"],
    [["States.TaskFailed"], "States.Timeout", undefined],
    [["States.TaskFailed"], "States.HeartbeatTimeout", undefined],
    [["States.Timeout"], "States.HeartbeatTimeout", "Caught"],
    [["States.ALL"], "States.Timeout", "Caught"],
    [["States.ALL"], "States.DataLimitExceeded", undefined],
    [["States.ALL"], "States.Runtime", undefined],
    [["States.Runtime"], "States.Runtime", undefined],
  ])("of %j meets %s and leads to %s", async (ErrorEquals, error, to) => {
    const run = await ran(caughtBy({ ErrorEquals }), {}, failing(error));
    expect(entered(run.events)).toEqual(to === undefined ? ["Only"] : ["Only", to]);
    expect(run.status).toBe(to === undefined ? "FAILED" : "SUCCEEDED");
  });

  test("puts the error where its ResultPath says", async () => {
    const outputWith = async (catcher: object): Promise<unknown> => {
      const run = await ran(
        caughtBy({ ErrorEquals: ["States.ALL"], ...catcher }),
        { a: 1 },
        failing("Broken"),
      );
      return JSON.parse(run.output ?? "");
    };
    const error = { Error: "Broken", Cause: JSON.stringify({ errorType: "Broken", errorMessage: "why" }) };
    expect(await outputWith({})).toEqual(error);
    expect(await outputWith({ ResultPath: "$.e" })).toEqual({ a: 1, e: error });
    expect(await outputWith({ ResultPath: null })).toEqual({ a: 1 });
  });

  test("comes after the last attempt of Retry, and catches a result that leads nowhere", async () => {
    const all = ["States.ALL"];
    const catching = { Catch: [{ ErrorEquals: all, Next: "Caught" }] };
    const retried = await ran(
      only(task("f", { Retry: [{ ErrorEquals: all, MaxAttempts: 1 }], ...catching })),
      {},
      failing("A"),
      hour,
    );
    expect([retried.invoked.length, entered(retried.events)]).toEqual([2, ["Only", "Caught"]]);
    const selected = await ran(
      only(task("f", { ResultSelector: { "x.$": "$.Payload.no" }, ...catching })),
      {},
      failing(undefined),
    );
    expect(entered(selected.events)).toEqual(["Only", "Caught"]);
  });
});

test("a Lambda that runs longer than TimeoutSeconds has timed out, and its late answer counts no more", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  let answer: (value: unknown) => void = () => undefined;
  const world = aWorld({ f: () => new Promise((resolve) => (answer = resolve)) });
  begin(world, only(task("f", { TimeoutSeconds: 5 })));
  for (let turns = 0; turns < 5; turns += 1) await turn();
  vi.advanceTimersByTime(4999);
  await turn();
  expect(world.runner.describe(executionArn).status).toBe("RUNNING");
  vi.advanceTimersByTime(1);
  answer("too late");
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(world.runner.describe(executionArn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  expect(types(world.runner.history(executionArn))).toContain("TaskTimedOut");
});
