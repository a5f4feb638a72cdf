import { describe, expect, test } from "vitest";
import { day, hour, minute, plus } from "#core/time.ts";
import { aWorld, begin, executionArn, machineArn, start, task, types, type World } from "./a-world.ts";

const waiting = { StartAt: "Wait", States: { Wait: { Type: "Wait", Seconds: 3600, End: true } } };

const refusedAs = (name: string) => expect.objectContaining({ name }) as unknown as Error;

const waitingWorld = (): World => {
  const world = aWorld();
  begin(world, waiting, { a: 1 });
  return world;
};

describe("a start", () => {
  test("repeated with the same name and input while it runs is the same execution", () => {
    const { runner } = waitingWorld();
    expect(runner.start(machineArn, "one", '{"a":1}')).toEqual({ executionArn, startDate: start });
    expect(runner.list(machineArn)).toHaveLength(1);
  });

  test("with another input, or after its end, is refused: names stay taken", async () => {
    const world = waitingWorld();
    expect(() => world.runner.start(machineArn, "one", '{"a":2}')).toThrow(
      refusedAs("ExecutionAlreadyExists"),
    );
    await world.pass(hour);
    expect(() => world.runner.start(machineArn, "one", '{"a":1}')).toThrow(
      refusedAs("ExecutionAlreadyExists"),
    );
  });

  test.each([
    ["", "{}", "InvalidName"],
    ["x".repeat(81), "{}", "InvalidName"],
    ["a b", "{}", "InvalidName"],
    ["a/b", "{}", "InvalidName"],
    ["two", "{", "InvalidExecutionInput"],
    ["two", JSON.stringify("é".repeat(131_072)), "InvalidExecutionInput"],
  ])("named %j is refused", (name, input, refusal) => {
    expect(() => waitingWorld().runner.start(machineArn, name, input)).toThrow(refusedAs(refusal));
  });

  test("of 80 characters, or with 256 KiB exactly, is taken", () => {
    const { runner } = waitingWorld();
    runner.start(machineArn, "x".repeat(80), JSON.stringify("x".repeat(262_142)));
    expect(runner.list(machineArn, { status: "RUNNING" })).toHaveLength(2);
  });

  test("of a machine that does not exist is refused", () => {
    expect(() => aWorld().runner.start(machineArn, "one")).toThrow(refusedAs("StateMachineDoesNotExist"));
  });
});

describe("a stop", () => {
  test("aborts with its cause, and nothing of the execution happens any more", async () => {
    const world = waitingWorld();
    await world.pass(minute);
    world.runner.stop(executionArn, "Moved", "the customer moved it");
    await world.pass(day);
    expect(world.runner.describe(executionArn)).toMatchObject({
      status: "ABORTED",
      error: "Moved",
      cause: "the customer moved it",
      stopDate: plus(start, minute),
    });
    expect(types(world.runner.history(executionArn))).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
      "ExecutionAborted",
    ]);
  });

  test("leaves an execution that is over as it is, and refuses one that never was", async () => {
    const world = waitingWorld();
    await world.pass(hour);
    expect(world.runner.stop(executionArn)).toEqual({ stopDate: plus(start, hour) });
    expect(world.runner.describe(executionArn).status).toBe("SUCCEEDED");
    expect(() => world.runner.stop("none")).toThrow(refusedAs("ExecutionDoesNotExist"));
  });

  test("makes the answer of a Lambda that is still running count no more", async () => {
    const world: World = aWorld({ f: () => world.runner.stop(executionArn) });
    begin(world, { StartAt: "Only", States: { Only: task("f", { Next: "Wait" }), ...waiting.States } });
    await world.pass(day);
    expect(types(world.runner.history(executionArn)).at(-1)).toBe("ExecutionAborted");
  });
});

test("an execution ends with its machine's TimeoutSeconds", async () => {
  const world = aWorld();
  begin(world, { ...waiting, TimeoutSeconds: 60 });
  await world.pass(day);
  expect(world.runner.describe(executionArn)).toMatchObject({
    status: "TIMED_OUT",
    stopDate: plus(start, minute),
  });
  expect(world.runner.history(executionArn).at(-1)).toMatchObject({
    type: "ExecutionTimedOut",
    previousEventId: 0,
  });
});

test("executions are listed latest first, by status, up to a number", async () => {
  const world = waitingWorld();
  await world.pass(hour);
  for (const name of ["two", "three"]) world.runner.start(machineArn, name);
  const names = (filter: Parameters<World["runner"]["list"]>[1]) =>
    world.runner.list(machineArn, filter).map(({ name }) => name);
  expect(names({})).toEqual(["three", "two", "one"]);
  expect(names({ status: "RUNNING" })).toEqual(["three", "two"]);
  expect(names({ max: 1 })).toEqual(["three"]);
  expect(() => world.runner.list("none")).toThrow(refusedAs("StateMachineDoesNotExist"));
});

test("machines are described with their definition as it was given", () => {
  const { runner } = waitingWorld();
  expect(runner.machines().map(({ name }) => name)).toEqual(["kept-test"]);
  expect(JSON.parse(runner.describeMachine(machineArn).definition)).toEqual(waiting);
  expect(() => runner.describeMachine("none")).toThrow(refusedAs("StateMachineDoesNotExist"));
});

test("those who listen are told of every end, and an advance waits for what they do", async () => {
  const world = waitingWorld();
  const told: string[] = [];
  world.runner.onStatusChange(async ({ status }) => {
    for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    told.push(`${status} at ${world.clock.now()}`);
  });
  await world.pass(day);
  expect(told).toEqual([`SUCCEEDED at ${plus(start, hour)}`]);
});

test("the history is that of GetExecutionHistory", async () => {
  const world = aWorld();
  begin(
    world,
    {
      StartAt: "Wait",
      States: {
        Wait: { Type: "Wait", Seconds: 60, Next: "Tell" },
        Tell: task("f", { TimeoutSeconds: 9, End: true }),
      },
    },
    { a: 1 },
  );
  await world.pass(hour);
  const events = world.runner.history(executionArn);
  const whole = { truncated: false };
  const later = plus(start, minute);
  const lambda = { resourceType: "lambda", resource: "invoke" };
  const result = '{"ExecutedVersion":"$LATEST","Payload":null,"StatusCode":200}';
  expect(events.slice(1)).toEqual([
    {
      id: 2,
      previousEventId: 0,
      timestamp: start,
      type: "WaitStateEntered",
      stateEnteredEventDetails: { name: "Wait", input: '{"a":1}', inputDetails: whole },
    },
    {
      id: 3,
      previousEventId: 2,
      timestamp: later,
      type: "WaitStateExited",
      stateExitedEventDetails: { name: "Wait", output: '{"a":1}', outputDetails: whole },
    },
    {
      id: 4,
      previousEventId: 3,
      timestamp: later,
      type: "TaskStateEntered",
      stateEnteredEventDetails: { name: "Tell", input: '{"a":1}', inputDetails: whole },
    },
    {
      id: 5,
      previousEventId: 4,
      timestamp: later,
      type: "TaskScheduled",
      taskScheduledEventDetails: {
        ...lambda,
        region: "eu-west-1",
        parameters: '{"FunctionName":"f","Payload":{"a":1}}',
        timeoutInSeconds: 9,
      },
    },
    { id: 6, previousEventId: 5, timestamp: later, type: "TaskStarted", taskStartedEventDetails: lambda },
    {
      id: 7,
      previousEventId: 6,
      timestamp: later,
      type: "TaskSucceeded",
      taskSucceededEventDetails: { ...lambda, output: result, outputDetails: whole },
    },
    {
      id: 8,
      previousEventId: 7,
      timestamp: later,
      type: "TaskStateExited",
      stateExitedEventDetails: { name: "Tell", output: result, outputDetails: whole },
    },
    {
      id: 9,
      previousEventId: 8,
      timestamp: later,
      type: "ExecutionSucceeded",
      executionSucceededEventDetails: { output: result, outputDetails: whole },
    },
  ]);
  expect(events[0]).toMatchObject({
    id: 1,
    previousEventId: 0,
    type: "ExecutionStarted",
    executionStartedEventDetails: { input: '{"a":1}' },
  });
});
