import middy from "@middy/core";
import * as z from "zod/mini";
import type { Ports } from "#adapters/ports.ts";
import { inContext, log } from "./log.ts";
import { ports } from "./ports.ts";

/** What every state of an appointment's machine passes: ids, and a version. */
export const errand = z.object({
  pack: z.string(),
  code: z.string(),
  version: z.int().check(z.positive()),
  promise: z.string(),
});

/** Errors that the machine expects by name, and retries or ends on: news, not faults. */
const expected = new Set(["Superseded", "TooEarly", "StillClaimed", "Throttled", "Contended"]);

/**
 * What an execution keeps of a fault of ours: its name. The words of an exception may hold anything, a person's address
 * too, and whoever looks at executions in the console would read them.
 */
class StepFailed extends Error {
  override readonly name = "StepFailed";

  constructor(fault: string) {
    super(`${fault}; the step's log has the rest, under the same request`);
    // A trace repeats the words of every cause.
    this.stack = "";
  }
}

/** A Lambda that a state calls: parses what the state passes, and lets errors through by their names. */
export const step = <Input>(
  input: z.ZodMiniType<Input>,
  run: (ports: Ports, input: Input) => Promise<unknown>,
) => asked<Input, void>(input, async (given, parsed) => void (await run(given, parsed)));

/** The same for one that the state asks something: its answer stands in the execution, for anybody there to read. */
export const asked = <Input, Answer>(
  input: z.ZodMiniType<Input>,
  run: (ports: Ports, input: Input) => Promise<Answer>,
) =>
  middy<unknown, Answer>()
    .use(inContext)
    .onError((request) => {
      const { name, message } = request.error ?? new Error("nothing was thrown");
      if (expected.has(name)) return log.info(message, { name });
      log.error("a step failed", { name, message });
      request.error = new StepFailed(name);
    })
    .handler(async (event) => run(ports(), input.parse(event)));
