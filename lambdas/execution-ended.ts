import middy from "@middy/core";
import * as z from "zod/mini";
import { executionEnded } from "#steps/execution-ended.ts";
import { inContext } from "./shared/log.ts";
import { ports } from "./shared/ports.ts";

const ended = z.object({
  detail: z.object({ stateMachineArn: z.string(), name: z.string(), status: z.string() }),
});

/** EventBridge says that an execution failed, ran out of time or was stopped. It may say so twice. */
export const handler = middy<unknown, void>()
  .use(inContext)
  .handler(async (event) => {
    const { stateMachineArn, name, status } = ended.parse(event).detail;
    const machine = stateMachineArn.replace(/^.*?kept-/, "");
    await executionEnded(ports(), machine, name, status);
  });
