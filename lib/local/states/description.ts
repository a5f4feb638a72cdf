import type { Instant } from "#core/time.ts";
import type { Execution, Status } from "#local/states/execution.ts";

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
