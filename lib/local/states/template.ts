import * as z from "zod";
import { type ContextOf, pathProblem, resolve } from "#local/states/context.ts";
import { StateFailed } from "#local/states/failure.ts";
import { isList, isObject, type Json, type JsonObject } from "#local/states/json.ts";

/** A JSON value in which a key that ends in `.$` takes its value from a path (Parameters, ResultSelector). */
export const templateSchema = z.custom<Json>().superRefine((template, refinement) => {
  for (const problem of problems(template)) refinement.addIssue({ code: "custom", message: problem });
});

export const objectTemplateSchema = templateSchema.pipe(
  z.custom<JsonObject>(isObject, { message: "must be an object" }),
);

const problems = (template: Json): string[] => {
  if (!isObject(template)) return isList(template) ? template.flatMap(problems) : [];
  return Object.entries(template).flatMap(([key, value]) =>
    key.endsWith(".$") ? dynamicProblems(key, value) : problems(value),
  );
};

const dynamicProblems = (key: string, value: Json): string[] => {
  if (typeof value !== "string") return [`"${key}" must hold a path`];
  const problem = pathProblem(value);
  return problem === undefined ? [] : [problem];
};

/** @throws StateFailed States.ParameterPathFailure when a path leads nowhere. */
export const fill = (template: Json, input: Json, context: ContextOf): Json => {
  if (isList(template)) return template.map((each) => fill(each, input, context));
  if (!isObject(template)) return template;
  return Object.fromEntries(Object.entries(template).map((entry) => fillEntry(entry, input, context)));
};

const fillEntry = ([key, value]: [string, Json], input: Json, context: ContextOf): [string, Json] => {
  if (!key.endsWith(".$") || typeof value !== "string") return [key, fill(value, input, context)];
  const found = resolve(value, input, context);
  if (found === undefined) {
    throw new StateFailed("States.ParameterPathFailure", `"${key}": the input has nothing at ${value}`);
  }
  return [key.slice(0, -2), found];
};
