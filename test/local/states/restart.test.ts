import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { day, hour, minute, plus } from "#core/time.ts";
import type { Store } from "#local/ports.ts";
import { openStore } from "#local/store.ts";
import {
  aWorld,
  begin,
  callback,
  executionArn,
  type Functions,
  machineArn,
  start,
  task,
  types,
  type World,
} from "./a-world.ts";

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "kept-restart-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** The process dies: its store is closed under it, and another one opens the same file. */
const restarted = (before: World, folder: string, functions: Functions = {}): World => {
  before.store.close();
  return aWorld(functions, openedIn(folder));
};

const openedIn = (folder: string): Store => openStore(folder);

const inTheMiddle = {
  StartAt: "First",
  States: {
    First: task("first", { ResultPath: null, Next: "Wait" }),
    Wait: { Type: "Wait", TimestampPath: "$.at", Next: "Second" },
    Second: task("second", { ResultPath: null, End: true }),
  },
};

test("a wait keeps its moment, and what was done before is not done again", async () => {
  const folder = aFolder();
  const before = aWorld({}, openedIn(folder));
  begin(before, inTheMiddle, { at: plus(start, 30 * day) });
  await before.pass(10 * day);
  const after = restarted(before, folder);
  after.runner.resume();
  expect(after.clock.now()).toBe(plus(start, 10 * day));
  await after.pass(20 * day - 1);
  expect(after.invoked).toEqual([]);
  await after.pass(1);
  expect([before.invoked, after.invoked]).toEqual([["first"], ["second"]]);
  const end = after.runner.describe(executionArn);
  expect(end).toMatchObject({
    status: "SUCCEEDED",
    stopDate: plus(start, 30 * day),
    output: JSON.stringify({ at: plus(start, 30 * day) }),
  });
  const ids = after.runner.history(executionArn).map(({ id }) => id);
  expect(ids).toEqual(ids.map((_, index) => index + 1));
});

test("a task that had not ended runs again, one that had does not, and the history tells it once", async () => {
  const folder = aFolder();
  const dying = aWorld({ first: () => ({}), second: () => new Promise(() => undefined) }, openedIn(folder));
  begin(dying, inTheMiddle, { at: start });
  while (!dying.invoked.includes("second")) await new Promise((resolve) => setImmediate(resolve));
  const after = restarted({ ...dying }, folder);
  after.runner.resume();
  await after.pass();
  expect(after.invoked).toEqual(["second"]);
  expect(types(after.runner.history(executionArn)).filter((type) => type === "TaskScheduled")).toHaveLength(
    2,
  );
  expect(after.runner.describe(executionArn).status).toBe("SUCCEEDED");
});

test("an execution goes on with the definition it was started with", async () => {
  const folder = aFolder();
  const before = aWorld({}, openedIn(folder));
  begin(before, inTheMiddle, { at: plus(start, day) });
  await before.pass();
  const after = restarted(before, folder);
  after.runner.define(machineArn, JSON.stringify({ StartAt: "New", States: { New: { Type: "Succeed" } } }));
  after.runner.resume();
  await after.pass(day);
  expect(after.invoked).toEqual(["second"]);
  expect(JSON.parse(after.runner.definitionOf(executionArn))).toEqual(inTheMiddle);
});

test("a token keeps its deadline and can still be answered; its Lambda, which had ended, is not run again", async () => {
  const folder = aFolder();
  const tokens: string[] = [];
  const ask = (payload: unknown) => void tokens.push((payload as { token: string }).token);
  const before = aWorld({ ask }, openedIn(folder));
  const definition = { StartAt: "Ask", States: { Ask: callback({ TimeoutSeconds: 7200, End: true }) } };
  begin(before, definition);
  before.runner.start(machineArn, "two");
  await before.pass(hour);
  const after = restarted(before, folder);
  after.runner.resume();
  after.runner.sendTaskSuccess(tokens[0] ?? "", "1");
  await after.pass(hour);
  expect(after.invoked).toEqual([]);
  expect(after.runner.describe(executionArn)).toMatchObject({ status: "SUCCEEDED", output: "1" });
  const two = after.runner.describe(executionArn.replace(/one$/, "two"));
  expect(two).toMatchObject({ status: "FAILED", error: "States.Timeout", stopDate: plus(start, 2 * hour) });
});

test("what came due while the process was down runs at once, in the order of its moments", async () => {
  const folder = aFolder();
  const before = aWorld({}, openedIn(folder));
  const second = {
    ...inTheMiddle.States.Second,
    Parameters: { FunctionName: "second", "Payload.$": "$$.Execution.Name" },
  };
  before.runner.define(
    machineArn,
    JSON.stringify({ StartAt: "Wait", States: { Wait: inTheMiddle.States.Wait, Second: second } }),
  );
  for (const [name, minutes] of [
    ["third", 30],
    ["first", 10],
    ["second", 20],
    ["also second", 20],
  ] as const) {
    before.runner.start(
      machineArn,
      name.replace(" ", "-"),
      JSON.stringify({ at: plus(start, minutes * minute) }),
    );
  }
  await before.pass();
  before.store.set("clock", { offset: Date.parse(start) + hour });
  const ran: unknown[] = [];
  const after = restarted(before, folder, { second: (name) => void ran.push(name) });
  after.runner.resume();
  await after.pass();
  expect(ran).toEqual(["first", "second", "also-second", "third"]);
});

test("an end that nobody may have heard of is told again, one that was heard is not", async () => {
  const folder = aFolder();
  const definition = { StartAt: "Done", States: { Done: { Type: "Succeed" } } };
  const before = aWorld({}, openedIn(folder));
  before.runner.onStatusChange(() => new Promise(() => undefined));
  begin(before, definition);
  const after = restarted(before, folder);
  const told: string[] = [];
  after.runner.onStatusChange(({ name, status }) => void told.push(`${name} ${status}`));
  after.runner.resume();
  await after.pass();
  const later = restarted(after, folder);
  later.runner.onStatusChange(({ name }) => void told.push(`${name} again`));
  later.runner.resume();
  await later.pass();
  expect(told).toEqual(["one SUCCEEDED"]);
});
