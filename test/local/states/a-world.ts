import { onTestFinished } from "vitest";
import { instant, type Milliseconds, plus } from "#core/time.ts";
import { createClock } from "#local/clock.ts";
import type { Clock, Invoked, Store } from "#local/ports.ts";
import type { Description } from "#local/states/description.ts";
import type { HistoryEvent } from "#local/states/history.ts";
import { createRecords } from "#local/states/records.ts";
import { createRunner, type Runner } from "#local/states/runner.ts";
import { openStore } from "#local/store.ts";

export const start = instant("2026-12-01T09:00:00Z");
export const machineArn = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-test";
export const executionArn = "arn:aws:states:eu-west-1:000000000000:execution:kept-test:one";

export type Functions = Readonly<Record<string, (payload: unknown) => unknown>>;

export interface World {
  readonly clock: Clock;
  readonly runner: Runner;
  readonly store: Store;
  /** The names of the functions that were run, in their order. */
  readonly invoked: readonly string[];
  /** Lets `length` of virtual time pass after the last call. */
  readonly pass: (length?: Milliseconds) => Promise<void>;
}

/** A world whose real time stands still; a store of an earlier one makes it that one after a restart. */
export const aWorld = (functions: Functions = {}, store = openStore(":memory:")): World => {
  const clock = createClock({ store, start, real: () => 0 });
  const invoked: string[] = [];
  const invoke = (name: string, payload: unknown): Promise<Invoked> => {
    invoked.push(name);
    return answer(functions[name], payload);
  };
  const runner = createRunner({ clock, records: createRecords(store), invoke });
  onTestFinished(() => void clock.stop());
  const pass = async (length: Milliseconds = 0) => void (await clock.advance(plus(clock.now(), length)));
  return { clock, runner, store, invoked, pass };
};

const answer = async (run: Functions[string] | undefined, payload: unknown): Promise<Invoked> => {
  try {
    return { ok: true, payload: await run?.(payload) };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, error: name, cause: JSON.stringify({ errorType: name, errorMessage: message }) };
  }
};

export const named = (name: string, message = ""): Error => Object.assign(new Error(message), { name });

/** Starts the execution "one" of `definition` in `world`. */
export const begin = (world: World, definition: object, input: unknown = {}): void => {
  world.runner.define(machineArn, JSON.stringify(definition));
  world.runner.start(machineArn, "one", JSON.stringify(input));
};

/** Runs `definition` for up to `length` of virtual time, by default none. */
export const ran = async (
  definition: object,
  input: unknown = {},
  functions: Functions = {},
  length: Milliseconds = 0,
): Promise<
  Description & { readonly events: readonly HistoryEvent[]; readonly invoked: readonly string[] }
> => {
  const world = aWorld(functions);
  begin(world, definition, input);
  await world.pass(length);
  const events = world.runner.history(executionArn);
  return { ...world.runner.describe(executionArn), events, invoked: world.invoked };
};

/** The output of a machine with the one state "Only". */
export const outputOf = async (
  state: object,
  input: unknown = {},
  functions: Functions = {},
): Promise<unknown> => {
  const { output } = await ran(
    { StartAt: "Only", States: { Only: { ...state, End: true } } },
    input,
    functions,
  );
  return output === undefined ? undefined : JSON.parse(output);
};

export const task = (name: string, more: object = {}) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Parameters: { FunctionName: name, "Payload.$": "$" },
  ...more,
});

export const callback = (more: object = {}) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Parameters: { FunctionName: "ask", Payload: { "token.$": "$$.Task.Token" } },
  ...more,
});

export const entered = (events: readonly HistoryEvent[]): string[] =>
  events.flatMap(({ stateEnteredEventDetails: details }) =>
    details === undefined ? [] : [String(details["name"])],
  );

export const types = (events: readonly HistoryEvent[]): string[] => events.map(({ type }) => type);
