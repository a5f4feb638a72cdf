import { describe, expect, test } from "vitest";
import { day, hour, minute, plus, second } from "#core/time.ts";
import {
  aWorld,
  begin,
  callback,
  entered,
  executionArn,
  named,
  start,
  types,
  type World,
} from "./a-world.ts";

const asking = (more: object = {}) => ({
  StartAt: "Ask",
  States: {
    Ask: callback({ Next: "Done", ...more }),
    Done: { Type: "Succeed" },
    Caught: { Type: "Succeed" },
  },
});

interface Asked extends World {
  readonly tokens: string[];
}

const asked = async (more: object = {}, input: unknown = {}): Promise<Asked> => {
  const tokens: string[] = [];
  const world = aWorld({ ask: (payload) => void tokens.push((payload as { token: string }).token) });
  begin(world, asking(more), input);
  await world.pass();
  return { ...world, tokens };
};

const statusOf = ({ runner }: World) => runner.describe(executionArn);
const last = ({ tokens }: Asked): string => tokens.at(-1) ?? "";

describe("a task with a token", () => {
  test("waits until somebody answers it, and goes on with the answer itself", async () => {
    const world = await asked();
    await world.pass(300 * day);
    expect(statusOf(world).status).toBe("RUNNING");
    world.runner.sendTaskSuccess(last(world), '{"outcome":"attended"}');
    expect(statusOf(world)).toMatchObject({ status: "SUCCEEDED", output: '{"outcome":"attended"}' });
    expect(types(world.runner.history(executionArn)).slice(2, 7)).toEqual([
      "TaskScheduled",
      "TaskStarted",
      "TaskSubmitted",
      "TaskSucceeded",
      "TaskStateExited",
    ]);
  });

  test("goes on when the answer comes before its Lambda has ended", async () => {
    const world: World = aWorld({
      ask: (payload) => world.runner.sendTaskSuccess((payload as { token: string }).token, "1"),
    });
    begin(world, asking());
    await world.pass();
    expect(statusOf(world)).toMatchObject({ status: "SUCCEEDED", output: "1" });
  });

  test("fails when its Lambda fails", async () => {
    const world = aWorld({ ask: () => Promise.reject(named("Broken")) });
    begin(world, asking({ Catch: [{ ErrorEquals: ["Broken"], Next: "Caught" }] }));
    await world.pass();
    expect(entered(world.runner.history(executionArn))).toEqual(["Ask", "Caught"]);
  });

  test("fails with the error that it is answered with, which can be retried with another token", async () => {
    const world = await asked({ Retry: [{ ErrorEquals: ["Not now"], IntervalSeconds: 60 }] });
    world.runner.sendTaskFailure(last(world), "Not now", "busy");
    await world.pass(minute);
    expect(new Set(world.tokens).size).toBe(2);
    world.runner.sendTaskFailure(last(world), "Never", "really");
    expect(statusOf(world)).toMatchObject({ status: "FAILED", error: "Never", cause: "really" });
  });
});

describe("its timeout", () => {
  test.each([
    ["TimeoutSeconds", { TimeoutSeconds: 3600 }],
    ["TimeoutSecondsPath, read in the state's input", { TimeoutSecondsPath: "$.wait" }],
  ])("comes exactly by %s", async (_, more) => {
    const world = await asked(
      { ...more, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Caught" }] },
      { wait: 3600 },
    );
    await world.pass(hour - second);
    expect(statusOf(world).status).toBe("RUNNING");
    await world.pass(second);
    expect(entered(world.runner.history(executionArn))).toEqual(["Ask", "Caught"]);
    expect(statusOf(world).stopDate).toBe(plus(start, hour));
  });

  test.each([0, -1, 1.5, "60"])("of %j seconds fails the execution", async (wait) => {
    const world = await asked({ TimeoutSecondsPath: "$.wait" }, { wait });
    expect(statusOf(world)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });

  test("no longer comes once the token was answered", async () => {
    const world = await asked({ TimeoutSeconds: 60 });
    world.runner.sendTaskSuccess(last(world), "{}");
    await world.pass(day);
    expect(types(world.runner.history(executionArn))).not.toContain("TaskTimedOut");
  });
});

describe("its heartbeat", () => {
  test("comes due when nobody has said for long enough that they are still at it", async () => {
    const world = await asked({ HeartbeatSeconds: 600, TimeoutSeconds: 86_400 });
    await world.pass(9 * minute);
    world.runner.sendTaskHeartbeat(last(world));
    await world.pass(9 * minute);
    world.runner.sendTaskHeartbeat(last(world));
    expect(statusOf(world).status).toBe("RUNNING");
    await world.pass(hour);
    expect(statusOf(world)).toMatchObject({
      error: "States.HeartbeatTimeout",
      stopDate: plus(start, 28 * minute),
    });
    expect(world.tokens).toHaveLength(1);
  });

  test("leaves the Lambda alone that is still running with the token", async () => {
    const world: World = aWorld({
      ask: (payload) => world.runner.sendTaskHeartbeat((payload as { token: string }).token),
    });
    begin(world, asking({ HeartbeatSeconds: 600 }));
    await world.pass();
    expect(world.invoked).toEqual(["ask"]);
    expect(types(world.runner.history(executionArn)).at(-1)).toBe("TaskSubmitted");
  });

  test("does not move the task's own timeout", async () => {
    const world = await asked({ HeartbeatSeconds: 600, TimeoutSeconds: 900 });
    await world.pass(9 * minute);
    world.runner.sendTaskHeartbeat(last(world));
    await world.pass(hour);
    expect(statusOf(world)).toMatchObject({ error: "States.Timeout", stopDate: plus(start, 15 * minute) });
  });
});

describe("a token is refused", () => {
  test("that is none (InvalidToken), or of another world (TaskDoesNotExist)", async () => {
    const world = await asked();
    expect(() => world.runner.sendTaskSuccess("none", "{}")).toThrow(
      expect.objectContaining({ name: "InvalidToken" }),
    );
    expect(() => aWorld().runner.sendTaskSuccess(last(world), "{}")).toThrow(
      expect.objectContaining({ name: "TaskDoesNotExist" }),
    );
  });

  test("whose task is over, however it ended (TaskTimedOut)", async () => {
    const over = expect.objectContaining({ name: "TaskTimedOut" });
    const answered = await asked();
    answered.runner.sendTaskSuccess(last(answered), "{}");
    expect(() => answered.runner.sendTaskSuccess(last(answered), "{}")).toThrow(over);
    const expired = await asked({ TimeoutSeconds: 1 });
    await expired.pass(second);
    expect(() => expired.runner.sendTaskHeartbeat(last(expired))).toThrow(over);
    const stopped = await asked();
    stopped.runner.stop(executionArn);
    expect(() => stopped.runner.sendTaskFailure(last(stopped), "E", "c")).toThrow(over);
  });

  test("answered with what is no JSON (InvalidOutput), and stays good", async () => {
    const world = await asked();
    expect(() => world.runner.sendTaskSuccess(last(world), "{")).toThrow(
      expect.objectContaining({ name: "InvalidOutput" }),
    );
    world.runner.sendTaskSuccess(last(world), "{}");
    expect(statusOf(world).status).toBe("SUCCEEDED");
  });
});
