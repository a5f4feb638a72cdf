import * as z from "zod";
import { commonFields } from "#local/states/fields.ts";
import { inputOf, type Outcome, outputOf, type Visit } from "#local/states/visit.ts";

export const succeedSchema = z.strictObject({ Type: z.literal("Succeed"), ...commonFields });

export const enterSucceed = (state: z.infer<typeof succeedSchema>, visit: Visit): Outcome => ({
  leave: outputOf(state, inputOf(state, visit), visit.context),
  to: undefined,
});
