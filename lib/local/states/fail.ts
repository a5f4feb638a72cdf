import * as z from "zod";
import { StateFailed } from "#local/states/failure.ts";

export const failSchema = z.strictObject({
  Type: z.literal("Fail"),
  Comment: z.string().optional(),
  QueryLanguage: z.literal("JSONPath").optional(),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});

export const enterFail = (state: z.infer<typeof failSchema>): never => {
  throw new StateFailed(state.Error ?? "", state.Cause ?? "");
};
