import * as z from "zod";
import { commonFields, onwardFields, resultFields } from "#local/states/fields.ts";
import type { Json } from "#local/states/json.ts";
import { fill } from "#local/states/template.ts";
import { inputOf, type Outcome, outputOf, type Visit, withResult } from "#local/states/visit.ts";

export const passSchema = z.strictObject({
  Type: z.literal("Pass"),
  ...commonFields,
  ...onwardFields,
  ...resultFields,
  Result: z.custom<Json>().optional(),
});

export const enterPass = (state: z.infer<typeof passSchema>, visit: Visit): Outcome => {
  const input = inputOf(state, visit);
  const filled = state.Parameters === undefined ? input : fill(state.Parameters, input, visit.context);
  const output = withResult(state.ResultPath, visit.raw, state.Result ?? filled);
  return { leave: outputOf(state, output, visit.context), to: state.Next };
};
