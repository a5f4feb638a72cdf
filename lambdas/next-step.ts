import * as z from "zod/mini";
import { nextStep } from "#steps/case/next-step.ts";
import { asked } from "./shared/step.ts";

const hub = z.object({
  pack: z.string(),
  code: z.string(),
  run: z.int().check(z.positive()),
  wakes: z.int().check(z.nonnegative()),
});

/** Carries out what time has brought to a case, and says what its execution waits for: ids and counts alone. */
export const handler = asked(hub, nextStep);
