import * as z from "zod/mini";
import { tellStaff } from "#steps/settle.ts";
import { errand, step } from "./shared/step.ts";

const failedErrand = z.extend(errand, { failure: z.string() });

/** A state has used up its retries: a person hears of it, once, and the execution goes on to the next promise. */
export const handler = step(failedErrand, (ports, { failure, ...failed }) =>
  tellStaff(ports, failed, "step-failed", failure),
);
