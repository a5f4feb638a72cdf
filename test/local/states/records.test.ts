import { describe, expect, test } from "vitest";
import { day, instant, plus } from "#core/time.ts";
import type { Execution, Status } from "#local/states/execution.ts";
import type { HistoryEvent } from "#local/states/history.ts";
import { createMemoryRecords } from "#local/states/memory-records.ts";
import { createRecords, type Records } from "#local/states/records.ts";
import { openStore } from "#local/store.ts";

const start = instant("2026-12-01T09:00:00Z");
const machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-test";
const another = `${machine}-2`;

const anExecution = (name: string, status: Status, at = start, of = machine): Execution => ({
  arn: `${of}:${name}`,
  machine: of,
  name,
  input: "{}",
  definition: "a definition",
  startDate: at,
  events: 0,
  progress:
    status === "RUNNING"
      ? {
          status,
          at: { state: "Wait", entered: at, input: {}, retries: [], doing: "wait", until: plus(at, day) },
        }
      : { status: "TIMED_OUT", stopDate: plus(at, day) },
});

const anEvent = (id: number): HistoryEvent => ({
  timestamp: start,
  type: "WaitStateEntered",
  id,
  previousEventId: id - 1,
});

const names = (executions: readonly Execution[]): string[] => executions.map(({ name }) => name);

describe.each<[string, () => Records]>([
  ["on disk", () => createRecords(openStore(":memory:"))],
  ["in memory", createMemoryRecords],
])("records %s", (_, begin) => {
  test("an execution is found as it was last saved, with all its events", () => {
    const records = begin();
    records.save(anExecution("one", "RUNNING"), [anEvent(1), anEvent(2)]);
    records.save(anExecution("one", "TIMED_OUT"), [anEvent(3)]);
    expect(records.find(`${machine}:one`)).toEqual(anExecution("one", "TIMED_OUT"));
    expect(records.history(`${machine}:one`)).toEqual([anEvent(1), anEvent(2), anEvent(3)]);
    expect(records.find(`${machine}:other`)).toBeUndefined();
    expect(records.history(`${machine}:other`)).toEqual([]);
    expect(records.saves()).toBe(2);
  });

  test("the latest starts come first, of one machine or of all, as many as are asked for", () => {
    const records = begin();
    records.save(anExecution("one", "RUNNING"), []);
    records.save(anExecution("two", "RUNNING"), []);
    records.save(anExecution("three", "RUNNING", plus(start, day), another), []);
    records.save(anExecution("four", "RUNNING", plus(start, 2 * day)), []);
    records.save(anExecution("two", "TIMED_OUT"), []);
    expect(names(records.list(machine, {}))).toEqual(["four", "two", "one"]);
    expect(names(records.list(machine, { status: "RUNNING", max: 1 }))).toEqual(["four"]);
    expect(names(records.list(machine, { status: "TIMED_OUT" }))).toEqual(["two"]);
    expect(names(records.list("arn:nobody", {}))).toEqual([]);
    expect(names(records.recent(3))).toEqual(["four", "three", "two"]);
  });

  test("what runs comes in the order of its last steps, and an end until it was announced", () => {
    const records = begin();
    for (const name of ["one", "two", "three"]) records.save(anExecution(name, "RUNNING"), []);
    records.save(anExecution("one", "RUNNING"), []);
    records.save(anExecution("two", "TIMED_OUT"), []);
    expect(names(records.running())).toEqual(["three", "one"]);
    expect(names(records.unannounced())).toEqual(["two"]);
    records.announced(`${machine}:two`);
    expect(records.unannounced()).toEqual([]);
  });

  test("a definition is kept once, and given back by what it was kept as", () => {
    const records = begin();
    const kept = records.keepDefinition("a definition");
    expect(records.keepDefinition("a definition")).toBe(kept);
    expect(records.definition(kept)).toBe("a definition");
  });
});

test("records in memory that keep no events still know every execution", () => {
  const records = createMemoryRecords({ events: false });
  records.save(anExecution("one", "RUNNING"), [anEvent(1)]);
  records.save(anExecution("one", "TIMED_OUT"), [anEvent(2)]);
  expect(records.find(`${machine}:one`)).toEqual(anExecution("one", "TIMED_OUT"));
  expect(records.history(`${machine}:one`)).toEqual([]);
});
