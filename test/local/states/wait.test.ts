import { describe, expect, test } from "vitest";
import { day, hour, plus, second } from "#core/time.ts";
import { aWorld, begin, executionArn, outputOf, ran, start } from "./a-world.ts";

const waiting = (wait: object) => ({
  StartAt: "Wait",
  States: { Wait: { Type: "Wait", Next: "Done", ...wait }, Done: { Type: "Succeed" } },
});

const endOf = async (wait: object, input: unknown = {}): Promise<string | undefined> =>
  (await ran(waiting(wait), input, {}, 500 * day)).stopDate;

describe("a Wait ends exactly", () => {
  test.each([
    ["a number of seconds", { Seconds: 90 }, {}, plus(start, 90 * second)],
    ["a number of seconds from the input", { SecondsPath: "$.s" }, { s: 90 }, plus(start, 90 * second)],
    ["an instant", { Timestamp: "2026-12-05T10:00:00+01:00" }, {}, plus(start, 4 * day)],
    [
      "an instant under a name with a dash",
      { TimestampPath: "$.due['email-PT48H']" },
      { due: { "email-PT48H": plus(start, hour) } },
      plus(start, hour),
    ],
    ["an instant with milliseconds", { TimestampPath: "$.at" }, { at: plus(start, 1) }, plus(start, 1)],
    [
      "more than 24.8 days later",
      { TimestampPath: "$.at" },
      { at: plus(start, 400 * day + 1) },
      plus(start, 400 * day + 1),
    ],
  ])("%s", async (_, wait, input, expected) => {
    expect(await endOf(wait, input)).toBe(expected);
  });
});

test("one second before its moment a Wait still waits, at the moment it does not", async () => {
  const world = aWorld();
  begin(world, waiting({ Timestamp: plus(start, hour) }));
  await world.pass(hour - second);
  expect(world.runner.describe(executionArn).status).toBe("RUNNING");
  await world.pass(second);
  expect(world.runner.describe(executionArn)).toMatchObject({
    status: "SUCCEEDED",
    stopDate: plus(start, hour),
  });
});

test.each([
  ["now", start],
  ["in the past", plus(start, -30 * day)],
])("a Wait for a moment that is %s goes on at once", async (_, at) => {
  const world = aWorld();
  begin(world, waiting({ TimestampPath: "$.at" }), { at });
  expect(world.runner.describe(executionArn)).toMatchObject({ status: "SUCCEEDED", stopDate: start });
});

test("a loop over a moment that has passed ends with the history, not never", async () => {
  const loop = { StartAt: "A", States: { A: { Type: "Wait", Timestamp: start, Next: "A" } } };
  const { status, error, cause, events } = await ran(loop);
  expect({ status, error }).toEqual({ status: "FAILED", error: "States.Runtime" });
  expect(cause).toContain("25000");
  expect(events.at(-1)).toMatchObject({ id: 25_000, previousEventId: 24_999, type: "ExecutionFailed" });
  expect(events).toHaveLength(25_000);
});

test.each([
  [{ SecondsPath: "$.s" }, { s: "90" }],
  [{ SecondsPath: "$.s" }, { s: -1 }],
  [{ TimestampPath: "$.at" }, { at: "tomorrow" }],
  [{ TimestampPath: "$.missing" }, {}],
])("%j of %j fails the execution", async (wait, input) => {
  expect(await ran(waiting(wait), input)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
});

test("a Wait hands on what InputPath and OutputPath leave of its input", async () => {
  expect(
    await outputOf({ Type: "Wait", Seconds: 0, InputPath: "$.a", OutputPath: "$.b" }, { a: { b: 1 } }),
  ).toBe(1);
});
