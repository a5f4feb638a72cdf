import * as z from "zod";
import { pathProblem } from "#local/states/context.ts";
import { objectTemplateSchema, templateSchema } from "#local/states/template.ts";

/** A path into the input or the context object. */
export const pathSchema = z.string().superRefine((text, refinement) => {
  const problem = pathProblem(text);
  if (problem !== undefined) refinement.addIssue({ code: "custom", message: problem });
});

/** A path into the input alone. */
const ownPathSchema = pathSchema.refine((text) => !text.startsWith("$$"), "must lead into the input");

/** Step Functions takes no wait or timeout beyond this. */
const mostSeconds = 99_999_999;
export const secondsSchema = z.number().int().min(0).max(mostSeconds);
export const timeoutSchema = z.number().int().min(1).max(mostSeconds);

export const commonFields = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal("JSONPath").optional(),
  InputPath: pathSchema.nullable().optional(),
  OutputPath: pathSchema.nullable().optional(),
};

/** Exactly one of the two: `readDefinition` checks it. */
export const onwardFields = { Next: z.string().optional(), End: z.literal(true).optional() };

export const resultFields = {
  Parameters: templateSchema.optional(),
  ResultPath: ownPathSchema.nullable().optional(),
};

export const resultPathSchema = ownPathSchema.nullable().optional();
export const selectorField = { ResultSelector: objectTemplateSchema.optional() };

export interface Flow {
  readonly InputPath?: string | null | undefined;
  readonly OutputPath?: string | null | undefined;
}
