import type { Instant } from "#core/time.ts";
import type { Json } from "#local/states/json.ts";
import { follow, parsePath } from "#local/states/path.ts";

/** What a state may know of its execution, under `$$`. A type, not an interface: it is read as JSON. */
export type Context = {
  readonly Execution: {
    readonly Id: string;
    readonly Name: string;
    readonly Input: Json;
    readonly StartTime: Instant;
  };
  readonly State: { readonly Name: string; readonly EnteredTime: Instant; readonly RetryCount: number };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly Task?: { readonly Token: string };
};

const offered = [
  "$$.Execution.Id",
  "$$.Execution.Name",
  "$$.Execution.StartTime",
  "$$.State.Name",
  "$$.State.EnteredTime",
  "$$.State.RetryCount",
  "$$.StateMachine.Id",
  "$$.StateMachine.Name",
  "$$.Task.Token",
];

/** Made where a path leads there: few do, and every visit has one. */
export type ContextOf = () => Context;

/** Why `text` cannot be resolved, in words that name it; `undefined` when it can. */
export const pathProblem = (text: string): string | undefined => {
  if (text.startsWith("States.")) return `the intrinsic function "${text}" is not supported`;
  if (text.startsWith("$$")) return contextProblem(text);
  return parsePath(text) === undefined ? `"${text}" is not a plain reference path` : undefined;
};

const contextProblem = (text: string): string | undefined => {
  const ofInput = text === "$$.Execution.Input" || /^\$\$\.Execution\.Input[.[]/.test(text);
  if (offered.includes(text) || (ofInput && parsePath(text.slice(1)) !== undefined)) return undefined;
  return `"${text}" of the context object is not supported`;
};

/** The value at a path into the input (`$.`) or the context object (`$$.`); `undefined` where there is none. */
export const resolve = (path: string, input: Json, context: ContextOf): Json | undefined =>
  path.startsWith("$$") ? follow(path.slice(1), context() as unknown as Json) : follow(path, input);
