import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Executions } from "./ports.ts";

/**
 * @param machines the machines' ARN up to the pack, `arn:aws:states:eu-west-1:000000000000:stateMachine:kept-`.
 */
export const createExecutions = (machines: string, client = new SFNClient({})): Executions => ({
  start: async (machine, name, input) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn: machines + machine, name, input }));
    } catch (error) {
      // It ran, and is over; what it left undone stands in the `due` index, and is done from there.
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
  stop: async (machine, name, cause) => {
    const executionArn = `${(machines + machine).replace(":stateMachine:", ":execution:")}:${name}`;
    try {
      await client.send(new StopExecutionCommand({ executionArn, error: "Stopped", cause }));
    } catch (error) {
      if (!(error instanceof ExecutionDoesNotExist)) throw error;
    }
  },
  answer: async (taskToken) => {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken, output: "{}" }));
      return "answered";
    } catch (error) {
      if (over.some((expected) => error instanceof expected)) return "over";
      throw error;
    }
  },
});

/** How Step Functions says that nothing waits with this token any more; the table has what matters. */
const over = [TaskTimedOut, TaskDoesNotExist, InvalidToken];
