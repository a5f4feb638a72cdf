import * as z from "zod/mini";
import { awaitCase } from "#steps/case/await.ts";
import { step } from "./shared/step.ts";

const waiting = z.object({
  pack: z.string(),
  code: z.string(),
  run: z.int().check(z.positive()),
  beat: z.int().check(z.nonnegative()),
  token: z.string(),
});

/** A milestone is in front: the state waits with its token until staff act or time comes. */
export const handler = step(waiting, awaitCase);
