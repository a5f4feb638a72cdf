import * as z from "zod";
import type { ContextOf } from "#local/states/context.ts";
import { type Failure, StateFailed } from "#local/states/failure.ts";
import {
  commonFields,
  onwardFields,
  pathSchema,
  resultPathSchema,
  selectorField,
  timeoutSchema,
} from "#local/states/fields.ts";
import { isObject, type Json } from "#local/states/json.ts";
import { catcherOf, catchSchema, retrySchema } from "#local/states/retry.ts";
import { fill, objectTemplateSchema } from "#local/states/template.ts";
import {
  type Call,
  inputOf,
  type Outcome,
  outputOf,
  required,
  type Visit,
  withResult,
} from "#local/states/visit.ts";

const invoke = "arn:aws:states:::lambda:invoke";
const callback = `${invoke}.waitForTaskToken`;

const parameters = objectTemplateSchema.superRefine((template, refinement) => {
  const names = Object.keys(template).map((key) => key.replace(/\.\$$/, ""));
  for (const name of names.filter((each) => each !== "FunctionName" && each !== "Payload")) {
    refinement.addIssue({ code: "custom", message: `the field "${name}" is not supported` });
  }
  if (!names.includes("FunctionName"))
    refinement.addIssue({ code: "custom", message: "needs a FunctionName" });
});

export const taskSchema = z
  .strictObject({
    Type: z.literal("Task"),
    ...commonFields,
    ...onwardFields,
    ...selectorField,
    Resource: z.enum([invoke, callback], {
      error: ({ input }) => `the resource "${String(input)}" is not supported`,
    }),
    Parameters: parameters,
    ResultPath: resultPathSchema,
    Retry: retrySchema.default([]),
    Catch: catchSchema.default([]),
    TimeoutSeconds: timeoutSchema.optional(),
    TimeoutSecondsPath: pathSchema.optional(),
    HeartbeatSeconds: timeoutSchema.optional(),
  })
  .refine((state) => state.TimeoutSeconds === undefined || state.TimeoutSecondsPath === undefined, {
    message: "has both TimeoutSeconds and TimeoutSecondsPath",
  })
  .refine((state) => state.HeartbeatSeconds === undefined || state.Resource === callback, {
    message: `the field "HeartbeatSeconds" is supported with ${callback} only`,
  });

export type TaskState = z.infer<typeof taskSchema>;

/** Whether the state waits for somebody to answer its token. */
export const awaitsToken = (state: TaskState): boolean => state.Resource === callback;

/** @throws StateFailed when a path leads nowhere, or a timeout is no whole number of seconds from 1. */
export const enterTask = (state: TaskState, visit: Visit): Outcome => ({ call: callOf(state, visit) });

export const callOf = (state: TaskState, visit: Visit): Call => {
  const input = inputOf(state, visit);
  const filled = fill(state.Parameters, input, visit.context);
  const { FunctionName: name, Payload: payload = {} } = isObject(filled) ? filled : {};
  return {
    functionName: functionName(name),
    payload,
    parameters: filled,
    ...timeoutOf(state, input, visit.context),
    ...(state.HeartbeatSeconds === undefined ? {} : { heartbeatSeconds: state.HeartbeatSeconds }),
  };
};

/** The name in an ARN of a function, a version or an alias; or the name itself. */
const functionName = (name: Json | undefined): string => {
  if (typeof name !== "string") throw new StateFailed("States.Runtime", "FunctionName is no text");
  return /:function:([^:]+)/.exec(name)?.[1] ?? name;
};

/** The path is read in the state's input: Parameters have no part in it. */
const timeoutOf = (state: TaskState, input: Json, context: ContextOf): { timeoutSeconds?: number } => {
  if (state.TimeoutSeconds !== undefined) return { timeoutSeconds: state.TimeoutSeconds };
  if (state.TimeoutSecondsPath === undefined) return {};
  const seconds = timeoutSchema.safeParse(required(state.TimeoutSecondsPath, input, context));
  if (seconds.success) return { timeoutSeconds: seconds.data };
  throw new StateFailed(
    "States.Runtime",
    `${state.TimeoutSecondsPath} holds no whole number of seconds from 1`,
  );
};

/** @throws StateFailed when a path of the selector, the result or the output leads nowhere. */
export const leaveTask = (state: TaskState, visit: Visit, result: Json): Outcome => {
  const selected =
    state.ResultSelector === undefined ? result : fill(state.ResultSelector, result, visit.context);
  const output = withResult(state.ResultPath, visit.raw, selected);
  return { leave: outputOf(state, output, visit.context), to: state.Next };
};

/** Where Catch leads, with the error in the input; `undefined` when nothing catches it. */
export const caught = (state: TaskState, visit: Visit, failure: Failure): Outcome | undefined => {
  const catcher = catcherOf(state.Catch, failure);
  if (catcher === undefined) return undefined;
  const error = { Error: failure.error, Cause: failure.cause };
  return { leave: withResult(catcher.ResultPath, visit.raw, error), to: catcher.Next };
};
