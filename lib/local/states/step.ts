import type { Instant } from "#core/time.ts";
import type { Execution, Launch, Progress } from "#local/states/execution.ts";
import { StateFailed } from "#local/states/failure.ts";
import { createLog, type HistoryEvent, HistoryFull, type Log } from "#local/states/history.ts";
import type { Machine } from "#local/states/machine.ts";
import type { Walk } from "#local/states/stay.ts";

export interface Stepped {
  readonly execution: Execution;
  readonly events: readonly HistoryEvent[];
}

/** Carries out one step; a failure that nothing catches ends the execution. */
export const step = (
  machine: Machine,
  execution: Launch,
  now: Instant,
  work: (walk: Walk) => Progress,
): Stepped => {
  const log = createLog(execution.events, now);
  const progress = progressOf({ machine, execution, log, now }, work);
  return {
    execution: { ...execution, progress, events: execution.events + log.events.length },
    events: log.events,
  };
};

const progressOf = (walk: Walk, work: (walk: Walk) => Progress): Progress => {
  try {
    return work(walk);
  } catch (failure) {
    const { error, cause } = inWords(failure);
    return failed(walk, error, cause);
  }
};

const inWords = (failure: unknown): { error: string; cause: string } => {
  if (failure instanceof StateFailed) return failure;
  if (!(failure instanceof HistoryFull)) throw failure;
  return {
    error: "States.Runtime",
    cause: "The execution reached the maximum number of history events (25000).",
  };
};

const failed = ({ log, now }: { log: Log; now: Instant }, error: string, cause: string): Progress => {
  const why = { ...(error === "" ? {} : { error }), ...(cause === "" ? {} : { cause }) };
  log.close("ExecutionFailed", ["executionFailedEventDetails", why]);
  return { status: "FAILED", stopDate: now, ...why };
};

/** The execution's own TimeoutSeconds are over. */
export const timeOut = ({ log, now }: Walk): Progress => {
  log.close("ExecutionTimedOut", ["executionTimedOutEventDetails", { error: "States.Timeout" }]);
  return { status: "TIMED_OUT", stopDate: now };
};

/** Somebody stopped the execution; `cause` is read by people. */
export const abort =
  (why: { readonly error?: string; readonly cause?: string }) =>
  ({ log, now }: Walk): Progress => {
    log.close("ExecutionAborted", ["executionAbortedEventDetails", why]);
    return { status: "ABORTED", stopDate: now, ...why };
  };
