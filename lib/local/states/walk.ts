import { type Instant, plus } from "#core/time.ts";
import type { Callback, Position, Progress } from "#local/states/execution.ts";
import { type Failure, StateFailed } from "#local/states/failure.ts";
import { executionSucceeded, stateEntered, stateExited, task, withOutput } from "#local/states/history.ts";
import { type Json, parseJson, textOf, tooLarge } from "#local/states/json.ts";
import { enter } from "#local/states/machine.ts";
import { nextRetry, type Retries } from "#local/states/retry.ts";
import { schedule } from "#local/states/schedule.ts";
import {
  anotherAttempt,
  running,
  type Stay,
  stateNamed,
  taskNamed,
  visitOf,
  type Walk,
} from "#local/states/stay.ts";
import { caught, leaveTask } from "#local/states/task.ts";
import type { Outcome } from "#local/states/visit.ts";
import { leaveWait } from "#local/states/wait.ts";

/*
 * Every function here takes an execution from one thing that happened to the next that it waits for, and throws
 * StateFailed when that ends it, or HistoryFull.
 */

export const begin = (walk: Walk): Progress =>
  visitFrom(walk, walk.machine.StartAt, parseJson(walk.execution.input) ?? null);

/** A Wait is over, or the pause before another attempt of a task. */
export const wake = (walk: Walk, position: Position): Progress => {
  const state = stateNamed(walk, position.state);
  if (state.Type === "Wait") return goOn(walk, position, () => leaveWait(state, visitOf(walk, position)));
  const stay = anotherAttempt(walk, position);
  return goOn(walk, stay, () => enter(state, visitOf(walk, stay)));
};

/** The task has succeeded; `result` is what its ResultSelector sees. */
export const succeed = (walk: Walk, position: Position, result: Json): Progress => {
  const state = taskNamed(walk, position.state);
  return goOn(walk, position, () => {
    walk.log.add(...task("Succeeded", state.Resource, withOutput(limited(result))));
    return leaveTask(state, visitOf(walk, position), result);
  });
};

/** The task has failed, or its time is up. */
export const fail = (
  walk: Walk,
  position: Position,
  failure: Failure,
  how: "Failed" | "TimedOut",
): Progress => {
  const { Resource: resource } = taskNamed(walk, position.state);
  walk.log.add(...task(how, resource, { error: failure.error, cause: failure.cause }));
  return goOn(walk, position, () => recover(walk, position, failure));
};

/** The Lambda that was given the token has ended; now it is up to whoever holds the token. */
export const submit = (walk: Walk, position: Callback, result: Json): Progress => {
  const { Resource: resource } = taskNamed(walk, position.state);
  walk.log.add(...task("Submitted", resource, withOutput(textOf(result))));
  return running({ ...position, submitted: true });
};

type Leaving = Extract<Outcome, { leave: Json }>;
type Step = Outcome | { readonly retryAt: Instant; readonly retries: Retries };

const visitFrom = (walk: Walk, name: string, input: Json): Progress => {
  let stay = arrive(walk, name, input);
  for (;;) {
    const here = stay;
    const step = attempt(walk, here, () => enter(stateNamed(walk, here.state), visitOf(walk, here)));
    if (!("leave" in step)) return pause(walk, stay, step);
    leave(walk, stay, step);
    if (step.to === undefined) return succeeded(walk, step.leave);
    stay = arrive(walk, step.to, step.leave);
  }
};

const goOn = (walk: Walk, stay: Stay, work: () => Step): Progress => {
  const step = attempt(walk, stay, work);
  if (!("leave" in step)) return pause(walk, stay, step);
  leave(walk, stay, step);
  return step.to === undefined ? succeeded(walk, step.leave) : visitFrom(walk, step.to, step.leave);
};

/** A failure inside a task's own fields goes through its Retry and Catch like one of its Lambda. */
const attempt = (walk: Walk, stay: Stay, work: () => Step): Step => {
  try {
    const step = work();
    if ("leave" in step) limited(step.leave);
    return step;
  } catch (failure) {
    if (!(failure instanceof StateFailed)) throw failure;
    return recover(walk, stay, failure);
  }
};

const recover = (walk: Walk, stay: Stay, failure: Failure): Step => {
  const state = stateNamed(walk, stay.state);
  if (state.Type !== "Task") throw new StateFailed(failure.error, failure.cause);
  const retry = nextRetry(state.Retry, failure, stay.retries, `${walk.execution.arn}#${stay.state}`);
  if (retry !== undefined) return { retryAt: plus(walk.now, retry.delay), retries: retry.retries };
  const outcome = caught(state, visitOf(walk, stay), failure);
  if (outcome === undefined) throw new StateFailed(failure.error, failure.cause);
  return outcome;
};

const pause = (walk: Walk, stay: Stay, step: Exclude<Step, Leaving>): Progress => {
  if ("call" in step) return schedule(walk, stay, step.call);
  const { state, entered, input, retries } = stay;
  if ("sleepUntil" in step)
    return running({ state, entered, input, retries, doing: "wait", until: step.sleepUntil });
  return running({ state, entered, input, retries: step.retries, doing: "backoff", until: step.retryAt });
};

const arrive = (walk: Walk, name: string, input: Json): Stay => {
  const { Type: type } = stateNamed(walk, name);
  walk.log.add(`${type}StateEntered`, stateEntered(name, textOf(input)));
  return anotherAttempt(walk, { state: name, entered: walk.now, input, retries: [] });
};

const leave = (walk: Walk, stay: Stay, { leave: output }: Leaving): void => {
  const { Type: type } = stateNamed(walk, stay.state);
  walk.log.add(`${type}StateExited`, stateExited(stay.state, textOf(output)));
};

const succeeded = (walk: Walk, result: Json): Progress => {
  const output = textOf(result);
  walk.log.close("ExecutionSucceeded", executionSucceeded(output));
  return { status: "SUCCEEDED", stopDate: walk.now, output };
};

/** The JSON text of a value that may pass between states. @throws StateFailed States.DataLimitExceeded beyond 256 KiB. */
const limited = (value: Json): string => {
  const text = textOf(value);
  if (tooLarge(text)) {
    throw new StateFailed("States.DataLimitExceeded", "a state returned a result larger than 262144 bytes");
  }
  return text;
};
