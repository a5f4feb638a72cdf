/** How a state failed, in the words of Step Functions; what Retry and Catch match on. */
export interface Failure {
  readonly error: string;
  readonly cause: string;
}

/** Carries a failure out of the depths of a state; nothing outside `states/` sees one. */
export class StateFailed extends Error implements Failure {
  override readonly name = "StateFailed";
  readonly error: string;
  override readonly cause: string;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

/** These end an execution even where everything is caught: the definition itself is wrong. */
const terminal = ["States.Runtime", "States.DataLimitExceeded"];
const timeouts = ["States.Timeout", "States.HeartbeatTimeout"];

/** Whether one name in `ErrorEquals` stands for this error. */
export const matches = (name: string, error: string): boolean => {
  if (name === error) return error !== "States.Runtime";
  if (terminal.includes(error)) return false;
  if (name === "States.ALL") return true;
  if (name === "States.Timeout") return error === "States.HeartbeatTimeout";
  return name === "States.TaskFailed" && !timeouts.includes(error);
};
