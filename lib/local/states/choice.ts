import * as z from "zod";
import { comparisons, expectsWhat, tests } from "#local/states/comparison.ts";
import { pathProblem, resolve } from "#local/states/context.ts";
import { StateFailed } from "#local/states/failure.ts";
import { commonFields } from "#local/states/fields.ts";
import { isObject, type Json, type JsonObject } from "#local/states/json.ts";
import { inputOf, type Outcome, outputOf, required, type Visit } from "#local/states/visit.ts";

const ruleSchema = z
  .custom<JsonObject & { readonly Next: string }>(isObject, { message: "must be an object" })
  .superRefine((rule, refinement) => {
    if (!isObject(rule)) return;
    if (typeof rule.Next !== "string") refinement.addIssue({ code: "custom", message: "needs a Next" });
    const { Next: _, ...condition } = rule;
    for (const problem of ruleProblems(condition)) refinement.addIssue({ code: "custom", message: problem });
  });

export const choiceSchema = z.strictObject({
  Type: z.literal("Choice"),
  ...commonFields,
  Choices: z.array(ruleSchema).min(1),
  Default: z.string().optional(),
});

const ruleProblems = (rule: Json): string[] => {
  if (!isObject(rule)) return ["a rule must be an object"];
  const { Comment: _, Variable: variable, ...rest } = rule;
  const [operator, ...others] = Object.keys(rest);
  if (operator === undefined || others.length > 0)
    return [`a rule needs exactly one operator, not [${Object.keys(rest).join(", ")}]`];
  const expected = rest[operator] ?? null;
  if (operator === "Not") return ruleProblems(expected);
  if (operator === "And" || operator === "Or") return listProblems(operator, expected);
  return [...pathProblems("Variable", variable), ...operatorProblems(operator, expected)];
};

const listProblems = (operator: string, rules: Json): string[] =>
  Array.isArray(rules) && rules.length > 0
    ? rules.flatMap(ruleProblems)
    : [`"${operator}" needs a list of rules`];

const pathProblems = (field: string, path: Json | undefined): string[] => {
  const problem = typeof path === "string" ? pathProblem(path) : `"${field}" must hold a path`;
  return problem === undefined ? [] : [problem];
};

const operatorProblems = (operator: string, expected: Json): string[] => {
  if (operator.endsWith("Path") && Object.hasOwn(comparisons, operator.slice(0, -4)))
    return pathProblems(operator, expected);
  const known =
    operator === "IsPresent" || Object.hasOwn(comparisons, operator) || Object.hasOwn(tests, operator);
  if (!known) return [`the operator "${operator}" is not supported`];
  return expectsWhat(operator, expected)
    ? []
    : [`"${operator}" cannot be compared with ${JSON.stringify(expected)}`];
};

/** @throws StateFailed States.NoChoiceMatched when no rule holds and there is no Default. */
export const enterChoice = (state: z.infer<typeof choiceSchema>, visit: Visit): Outcome => {
  const input = inputOf(state, visit);
  const to = state.Choices.find((rule) => holds(rule, input, visit))?.Next ?? state.Default;
  if (to === undefined)
    throw new StateFailed("States.NoChoiceMatched", "no rule holds, and there is no Default");
  return { leave: outputOf(state, input, visit.context), to };
};

const holds = (rule: JsonObject, input: Json, visit: Visit): boolean => {
  const { Comment: _, Next: __, Variable: variable = "", ...rest } = rule;
  const [operator = "", expected = null] = Object.entries(rest)[0] ?? [];
  const holdsToo = (each: Json) => isObject(each) && holds(each, input, visit);
  if (operator === "Not") return !holdsToo(expected);
  if (operator === "And") return (expected as readonly Json[]).every(holdsToo);
  if (operator === "Or") return (expected as readonly Json[]).some(holdsToo);
  return compares(operator, variable as string, expected, input, visit);
};

const compares = (operator: string, variable: string, expected: Json, input: Json, visit: Visit): boolean => {
  if (operator === "IsPresent") return (resolve(variable, input, visit.context) !== undefined) === expected;
  const value = required(variable, input, visit.context);
  const fixed = comparisons[operator] ?? tests[operator];
  if (fixed !== undefined) return fixed(value, expected);
  const other = required(expected as string, input, visit.context);
  return comparisons[operator.slice(0, -4)]?.(value, other) ?? false;
};
