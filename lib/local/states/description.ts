import type { Instant } from "#core/time.ts";
import type { Execution, Position, Status } from "#local/states/execution.ts";

/** As ListExecutions gives it, but for the dates, which are texts here. */
export interface Listed {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: Status;
  readonly startDate: Instant;
  readonly stopDate?: Instant;
}

/** As DescribeExecution gives it, and as the status-change event of EventBridge carries it. */
export interface Description extends Listed {
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** Where an execution stands: in which state since when, and until when at the latest. */
export interface Standing extends Listed {
  readonly at?: { readonly state: string; readonly since: Instant; readonly until?: Instant };
}

export const standing = (execution: Execution): Standing => {
  const { progress } = execution;
  if (progress.status !== "RUNNING") return listed(execution);
  const { state, entered: since } = progress.at;
  const until = untilWhen(progress.at);
  return { ...listed(execution), at: { state, since, ...(until !== undefined && { until }) } };
};

const untilWhen = (at: Position): Instant | undefined => {
  switch (at.doing) {
    case "wait":
    case "backoff":
      return at.until;
    case "callback":
      return at.expires;
    case "invoke":
      return undefined;
  }
};

export const listed = ({ arn, machine, name, startDate, progress }: Execution): Listed => ({
  executionArn: arn,
  stateMachineArn: machine,
  name,
  status: progress.status,
  startDate,
  ...(progress.status === "RUNNING" ? {} : { stopDate: progress.stopDate }),
});

export const described = (execution: Execution): Description => ({
  ...listed(execution),
  input: execution.input,
  ...result(execution),
});

const result = ({ progress }: Execution): Pick<Description, "output" | "error" | "cause"> => {
  switch (progress.status) {
    case "RUNNING":
    case "TIMED_OUT":
      return {};
    case "SUCCEEDED":
      return { output: progress.output };
    case "FAILED":
    case "ABORTED": {
      const { status: _, stopDate: __, ...why } = progress;
      return why;
    }
  }
};
