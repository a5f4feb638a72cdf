import type { Instant } from "#core/time.ts";

/** An event as GetExecutionHistory lists it, but for `timestamp`, which is a text here. */
export interface HistoryEvent {
  readonly timestamp: Instant;
  readonly type: string;
  readonly id: number;
  readonly previousEventId: number;
  readonly [details: `${string}EventDetails`]: Readonly<Record<string, unknown>>;
}

/** Step Functions ends an execution with its 25,000th event. */
const mostEvents = 25_000;

/** Thrown where an execution has no room for another event but its last. */
export class HistoryFull extends Error {
  override readonly name = "HistoryFull";
}

/** The events of one step of an execution, numbered on from those that it has. */
export interface Log {
  readonly events: readonly HistoryEvent[];
  /** @throws HistoryFull when only the execution's last event fits. */
  add(type: string, details?: EventDetails): void;
  /** The execution's last event. */
  close(type: string, details?: EventDetails): void;
}

type EventDetails = readonly [field: `${string}EventDetails`, details: Readonly<Record<string, unknown>>];

export const createLog = (already: number, now: Instant): Log => {
  const events: HistoryEvent[] = [];
  const write = (type: string, details?: EventDetails) => {
    const id = already + events.length + 1;
    const previousEventId = followsNothing(id, type) ? 0 : id - 1;
    events.push({ timestamp: now, type, id, previousEventId, ...(details && { [details[0]]: details[1] }) });
  };
  return {
    events,
    add: (type, details) => {
      if (already + events.length + 1 >= mostEvents) throw new HistoryFull();
      write(type, details);
    },
    close: write,
  };
};

/** The start, the first state, and an end from outside have no event that led to them. */
const followsNothing = (id: number, type: string): boolean =>
  id <= 2 || type === "ExecutionAborted" || type === "ExecutionTimedOut";

const whole = { truncated: false };

export const stateEntered = (name: string, input: string): EventDetails => [
  "stateEnteredEventDetails",
  { name, input, inputDetails: whole },
];

export const stateExited = (name: string, output: string): EventDetails => [
  "stateExitedEventDetails",
  { name, output, outputDetails: whole },
];

export const executionStarted = (input: string): EventDetails => [
  "executionStartedEventDetails",
  { input, inputDetails: whole, roleArn: "arn:aws:iam::000000000000:role/local" },
];

export const executionSucceeded = (output: string): EventDetails => [
  "executionSucceededEventDetails",
  { output, outputDetails: whole },
];

/** An event of a task, `happened` being "Scheduled", "Started", "Submitted", "Succeeded", "Failed" or "TimedOut". */
export const task = (
  happened: string,
  resource: string,
  details: Readonly<Record<string, unknown>> = {},
): [string, EventDetails] => [
  `Task${happened}`,
  [
    `task${happened}EventDetails`,
    { resourceType: "lambda", resource: resource.split(":lambda:")[1], ...details },
  ],
];

export const withOutput = (output: string) => ({ output, outputDetails: whole });
