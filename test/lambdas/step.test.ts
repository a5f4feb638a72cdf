import type { Context } from "aws-lambda";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { Superseded } from "#core/errors.ts";
import { step } from "../../lambdas/shared/step.ts";

const context = { functionName: "step", awsRequestId: "1", memoryLimitInMB: "512" } as Context;
const failing = (error: Error) => step(z.object({}), () => Promise.reject(error));

beforeAll(() => {
  Object.assign(process.env, {
    KEPT_TABLE: "kept",
    KEPT_MACHINES: "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-",
    KEPT_SENDER: "service@kept.example",
    KEPT_SITE: "https://kept.example",
    KEPT_LINK_KEYS: "kept/link-keys",
    KEPT_ELSEWHERE: "kept/elsewhere",
    KEPT_RAW_MAILS: "raw-mails",
    KEPT_RAW_MAIL_DAYS: "30",
    AWS_REGION: "eu-west-1",
    POWERTOOLS_LOG_LEVEL: "SILENT",
  });
});

describe("a step that fails", () => {
  test("for a reason that the machine knows by name keeps that name", async () => {
    await expect(failing(new Superseded("changed"))({}, context)).rejects.toMatchObject({
      name: "Superseded",
    });
  });

  test("by a fault tells the execution its name and nothing of its words", async () => {
    const thrown = await failing(new TypeError("no item noor@customer.example"))({}, context).catch(
      (error: unknown) => error as Error,
    );
    expect(thrown).toMatchObject({ name: "StepFailed", message: expect.stringMatching(/^TypeError/) });
    expect(JSON.stringify([String(thrown), (thrown as Error).stack])).not.toContain("noor");
  });
});
