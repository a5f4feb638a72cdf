import type { Instant } from "#core/time.ts";
import { type ContextOf, resolve } from "#local/states/context.ts";
import { StateFailed } from "#local/states/failure.ts";
import type { Flow } from "#local/states/fields.ts";
import type { Json } from "#local/states/json.ts";
import { place } from "#local/states/path.ts";

/** One stay in a state. */
export interface Visit {
  /** As the state before left it: what a ResultPath writes into. */
  readonly raw: Json;
  readonly context: ContextOf;
  readonly now: Instant;
}

/** What comes of entering a state, or of its end. Without `to`, leaving ends the execution. */
export type Outcome =
  | { readonly leave: Json; readonly to: string | undefined }
  | { readonly sleepUntil: Instant }
  | { readonly call: Call };

/** A Lambda to be run, with what its history events tell. */
export interface Call {
  readonly functionName: string;
  readonly payload: Json;
  readonly parameters: Json;
  readonly timeoutSeconds?: number;
  readonly heartbeatSeconds?: number;
}

/** @throws StateFailed States.Runtime when InputPath leads nowhere. */
export const inputOf = (state: Flow, visit: Visit): Json =>
  filtered(state.InputPath, visit.raw, visit.context);

/** @throws StateFailed States.Runtime when OutputPath leads nowhere. */
export const outputOf = (state: Flow, output: Json, context: ContextOf): Json =>
  filtered(state.OutputPath, output, context);

const filtered = (path: string | null | undefined, value: Json, context: ContextOf): Json =>
  path === null ? {} : required(path ?? "$", value, context);

/** @throws StateFailed States.Runtime when the path leads nowhere. */
export const required = (path: string, value: Json, context: ContextOf): Json => {
  const found = resolve(path, value, context);
  if (found === undefined) throw new StateFailed("States.Runtime", `the input has nothing at ${path}`);
  return found;
};

/** Puts a state's result where ResultPath says: in place of the input, into it, or nowhere. */
export const withResult = (path: string | null | undefined, raw: Json, result: Json): Json =>
  path === null ? raw : place(path ?? "$", raw, result);
