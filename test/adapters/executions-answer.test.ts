import {
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { createExecutions } from "#adapters/executions.ts";

const sfn = mockClient(SFNClient);
const { answer } = createExecutions("arn:aws:states:eu-west-1:000000000000:stateMachine:kept-");

beforeEach(() => sfn.reset());

describe("answering a task that waits", () => {
  test("hands nothing over but that it goes on", async () => {
    sfn.on(SendTaskSuccessCommand, { taskToken: "token", output: "{}" }).resolves({});
    expect(await answer("token")).toBe("answered");
  });

  test.each([TaskTimedOut, TaskDoesNotExist, InvalidToken])(
    "is over when nothing waits any more: %s",
    async (Over) => {
      sfn.on(SendTaskSuccessCommand).rejects(new Over({ message: "", $metadata: {} }));
      expect(await answer("token")).toBe("over");
    },
  );

  test("fails when nobody can say, so that it is tried again", async () => {
    sfn.on(SendTaskSuccessCommand).rejects(new Error("reset"));
    await expect(answer("token")).rejects.toThrow("reset");
  });
});
