import type * as z from "zod";
import { isObject, type Json, parseJson } from "#local/states/json.ts";
import { type Machine, machineSchema, type State, successors } from "#local/states/machine.ts";
import { StatesRefusal } from "#local/states/refusal.ts";

/**
 * Reads a definition in Amazon States Language (JSONPath).
 * @throws StatesRefusal InvalidDefinition, naming each state and field that is wrong or that we do not run.
 */
export const readDefinition = (text: string): Machine => {
  const json = parseJson(text);
  if (json === undefined) throw refused(["the definition is not JSON"]);
  const read = machineSchema.safeParse(json);
  if (!read.success) throw refused(read.error.issues.flatMap((issue) => inWords(issue, json)));
  const problems = linkProblems(read.data);
  if (problems.length > 0) throw refused(problems);
  return read.data;
};

const refused = (problems: readonly string[]): StatesRefusal =>
  new StatesRefusal("InvalidDefinition", problems.join("; "));

const inWords = (issue: z.core.$ZodIssue, json: Json): string[] => {
  const [first, state, ...rest] = issue.path.map(String);
  const where = first === "States" && state !== undefined ? `state "${state}"` : "the machine";
  const field = (first === "States" ? rest : issue.path.map(String)).join(".");
  return problemsOf(issue, json).map((problem) => `${where}${field === "" ? "" : `, ${field}`}: ${problem}`);
};

const problemsOf = (issue: z.core.$ZodIssue, json: Json): string[] => {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `the field "${key}" is not supported`);
  if (issue.code === "invalid_union" && issue.path.at(-1) === "Type") {
    return [`the type ${JSON.stringify(valueAt(issue.path, json))} is not supported`];
  }
  return [issue.message];
};

const valueAt = (path: readonly PropertyKey[], json: Json): Json =>
  path.reduce<Json>((value, key) => (isObject(value) ? (value[String(key)] ?? null) : null), json);

const linkProblems = (machine: Machine): string[] => {
  const names = Object.keys(machine.States);
  const problems = Object.entries(machine.States).flatMap(([name, state]) => [
    ...onwardProblems(name, state),
    ...successors(state)
      .filter((next) => !names.includes(next))
      .map((next) => `state "${name}" leads to "${next}", which does not exist`),
  ]);
  return names.includes(machine.StartAt)
    ? problems
    : [`StartAt is "${machine.StartAt}", which does not exist`, ...problems];
};

const onwardProblems = (name: string, state: State): string[] => {
  if (state.Type === "Choice" || state.Type === "Fail" || state.Type === "Succeed") return [];
  return (state.Next === undefined) === (state.End === undefined)
    ? [`state "${name}" needs exactly one of Next and End`]
    : [];
};
