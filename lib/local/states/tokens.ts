import { plus, second } from "#core/time.ts";
import type { Clock } from "#local/ports.ts";
import type { Engine } from "#local/states/engine.ts";
import type { Callback, Execution } from "#local/states/execution.ts";
import { parseJson, tooLarge } from "#local/states/json.ts";
import type { Records } from "#local/states/records.ts";
import { StatesRefusal } from "#local/states/refusal.ts";
import { running } from "#local/states/stay.ts";
import { executionOf } from "#local/states/token.ts";
import { fail, succeed } from "#local/states/walk.ts";

/**
 * Answers to a task token. Each throws StatesRefusal: InvalidToken for a text that is none, TaskDoesNotExist for one of
 * another world, TaskTimedOut for one whose task is over, however it ended.
 */
export interface Tokens {
  /** `output` is JSON text. @throws StatesRefusal InvalidOutput. */
  sendTaskSuccess(token: string, output: string): void;
  sendTaskFailure(token: string, error?: string, cause?: string): void;
  /** Moves the heartbeat's deadline; the task's own timeout stays. */
  sendTaskHeartbeat(token: string): void;
}

export interface TokenSettings {
  readonly clock: Pick<Clock, "now">;
  readonly records: Pick<Records, "find">;
  readonly engine: Pick<Engine, "advance">;
}

export const createTokens = ({ clock, records, engine }: TokenSettings): Tokens => {
  const find = (token: string): { execution: Execution; at: Callback } => {
    const arn = executionOf(token);
    if (arn === undefined) throw new StatesRefusal("InvalidToken", "Invalid token");
    const execution = records.find(arn);
    if (execution === undefined) throw new StatesRefusal("TaskDoesNotExist", "Task does not exist");
    const { progress } = execution;
    if (progress.status === "RUNNING" && progress.at.doing === "callback" && progress.at.token === token) {
      return { execution, at: progress.at };
    }
    throw new StatesRefusal("TaskTimedOut", "Task Timed Out: the task of this token is over");
  };

  return {
    sendTaskSuccess: (token, output) => {
      const result = tooLarge(output) ? undefined : parseJson(output);
      if (result === undefined)
        throw new StatesRefusal("InvalidOutput", "the output is no JSON, or too large");
      const { execution, at } = find(token);
      engine.advance(execution, (walk) => succeed(walk, at, result));
    },
    sendTaskFailure: (token, error = "", cause = "") => {
      const { execution, at } = find(token);
      engine.advance(execution, (walk) => fail(walk, at, { error, cause }, "Failed"));
    },
    sendTaskHeartbeat: (token) => {
      const { execution, at } = find(token);
      const { heartbeat } = at;
      if (heartbeat === undefined) return;
      const due = plus(clock.now(), heartbeat.seconds * second);
      engine.advance(execution, () => running({ ...at, heartbeat: { ...heartbeat, due } }));
    },
  };
};
