import type { Instant } from "#core/time.ts";
import type { Context } from "#local/states/context.ts";
import type { Launch, Position, Progress } from "#local/states/execution.ts";
import { StateFailed } from "#local/states/failure.ts";
import type { Log } from "#local/states/history.ts";
import { parseJson } from "#local/states/json.ts";
import type { Machine, State } from "#local/states/machine.ts";
import { awaitsToken, type TaskState } from "#local/states/task.ts";
import { newToken } from "#local/states/token.ts";
import type { Visit } from "#local/states/visit.ts";

/** One step of an execution: from what happened to the next thing it waits for, with the events in between. */
export interface Walk {
  readonly machine: Machine;
  readonly execution: Launch;
  readonly log: Log;
  readonly now: Instant;
}

export type Stay = Pick<Position, "state" | "entered" | "input" | "retries"> & { readonly token?: string };

export const running = (at: Position): Progress => ({ status: "RUNNING", at });

/** The stay without what it was doing, ready for another attempt: a token is used for one attempt only. */
export const anotherAttempt = (walk: Walk, { state, entered, input, retries }: Stay): Stay => {
  const stay = { state, entered, input, retries };
  const found = stateNamed(walk, state);
  return found.Type === "Task" && awaitsToken(found)
    ? { ...stay, token: newToken(walk.execution.arn) }
    : stay;
};

/** @throws StateFailed States.Runtime: only a store written by hand leads here. */
export const stateNamed = ({ machine }: Walk, name: string): State => {
  const state = machine.States[name];
  if (state === undefined) throw new StateFailed("States.Runtime", `there is no state "${name}"`);
  return state;
};

/** @throws StateFailed States.Runtime: only a store written by hand leads here. */
export const taskNamed = (walk: Walk, name: string): TaskState => {
  const state = stateNamed(walk, name);
  if (state.Type !== "Task") throw new StateFailed("States.Runtime", `"${name}" is no task`);
  return state;
};

export const visitOf = (walk: Walk, stay: Stay): Visit => ({
  raw: stay.input,
  now: walk.now,
  context: () => contextOf(walk.execution, stay),
});

const contextOf = (execution: Launch, stay: Stay): Context => ({
  Execution: {
    Id: execution.arn,
    Name: execution.name,
    Input: parseJson(execution.input) ?? null,
    StartTime: execution.startDate,
  },
  State: {
    Name: stay.state,
    EnteredTime: stay.entered,
    RetryCount: stay.retries.reduce((sum, each) => sum + each, 0),
  },
  StateMachine: { Id: execution.machine, Name: execution.machine.split(":").at(-1) ?? "" },
  ...(stay.token === undefined ? {} : { Task: { Token: stay.token } }),
});
