import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import { log, logger } from "./log.ts";
import { ports } from "./ports.ts";

/** What every state of an appointment's machine passes: ids, and a version. */
export const errand = z.object({
  pack: z.string(),
  code: z.string(),
  version: z.int().positive(),
  promise: z.string(),
});

/** Errors that the machine expects by name, and retries or ends on: news, not faults. */
const expected = new Set(["Superseded", "TooEarly", "StillClaimed", "Throttled", "Contended"]);

/** A Lambda that a state calls: parses what the state passes, and lets errors through by their names. */
export const step = <Input>(input: z.ZodType<Input>, run: (ports: Ports, input: Input) => Promise<unknown>) =>
  middy<unknown, void>()
    .use(injectLambdaContext(logger))
    .onError(({ error }) => {
      const { name, message } = error ?? new Error("nothing was thrown");
      if (expected.has(name)) log.info(message, { name });
      else log.error("a step failed", { name, message });
    })
    .handler(async (event) => {
      await run(ports(), input.parse(event));
    });
