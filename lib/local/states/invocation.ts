import { second } from "#core/time.ts";
import type { Invoke, Invoked } from "#local/ports.ts";
import type { Failure } from "#local/states/failure.ts";
import type { Json } from "#local/states/json.ts";
import type { Call } from "#local/states/visit.ts";

export type Ran =
  | { readonly outcome: "succeeded"; readonly result: Json }
  | { readonly outcome: "failed"; readonly failure: Failure }
  | { readonly outcome: "timed-out" };

/** Runs the Lambda of a call; never rejects. */
export const runLambda = async (invoke: Invoke, { functionName, payload }: Call): Promise<Ran> => {
  try {
    return inWords(await invoke(functionName, payload));
  } catch (fault) {
    return { outcome: "failed", failure: { error: "Lambda.Unknown", cause: String(fault) } };
  }
};

const inWords = (invoked: Invoked): Ran =>
  invoked.ok
    ? { outcome: "succeeded", result: response(invoked.payload) }
    : { outcome: "failed", failure: { error: invoked.error, cause: invoked.cause } };

/** What the `lambda:invoke` integration answers with. */
const response = (payload: unknown): Json => ({
  ExecutedVersion: "$LATEST",
  Payload: (payload ?? null) as Json,
  StatusCode: 200,
});

/** Real seconds: while a Lambda runs, an advance holds virtual time still. */
export const within = async (seconds: number | undefined, running: Promise<Ran>): Promise<Ran> => {
  if (seconds === undefined) return running;
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<Ran>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: "timed-out" }), Math.min(seconds * second, 2 ** 31 - 1));
  });
  return Promise.race([running, timeUp]).finally(() => clearTimeout(timer));
};

export const timedOut: Failure = { error: "States.Timeout", cause: "" };

export const silent: Failure = { error: "States.HeartbeatTimeout", cause: "" };
