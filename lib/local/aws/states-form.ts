import { epoch, type Instant, second } from "#core/time.ts";
import type { Execution } from "#local/states/execution.ts";
import type { HistoryEvent } from "#local/states/history.ts";

/** JSON 1.0 writes moments as seconds since 1970, with a fraction. */
const seconds = (at: Instant): number => epoch(at) / second;

export const executionListed = ({ arn, machine, name, startDate, progress }: Execution) => ({
  executionArn: arn,
  stateMachineArn: machine,
  name,
  status: progress.status,
  startDate: seconds(startDate),
  ...(progress.status === "RUNNING" ? {} : { stopDate: seconds(progress.stopDate) }),
});

export const executionDescribed = (execution: Execution) => ({
  ...executionListed(execution),
  input: execution.input,
  inputDetails: { included: true },
  redriveCount: 0,
  redriveStatus: "NOT_REDRIVABLE",
  ...outcome(execution),
});

const outcome = ({ progress }: Execution): Record<string, unknown> => {
  switch (progress.status) {
    case "SUCCEEDED":
      return { output: progress.output, outputDetails: { included: true } };
    case "FAILED":
    case "ABORTED":
      return { error: progress.error, cause: progress.cause };
    case "RUNNING":
    case "TIMED_OUT":
      return {};
  }
};

/** Without execution data an event keeps its names and times, and loses what was passed. */
export const eventListed = (event: HistoryEvent, withData: boolean): Record<string, unknown> => ({
  ...(withData ? event : withoutData(event)),
  timestamp: seconds(event.timestamp),
});

const dataFields = new Set(["input", "output", "parameters", "inputDetails", "outputDetails"]);

const withoutData = (event: HistoryEvent): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, typeof value === "object" ? stripped(value) : value]),
  );

const stripped = (details: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).filter(([key]) => !dataFields.has(key)));
