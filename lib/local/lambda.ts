import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Clock, Invoke, Invoked } from "./ports.ts";
import { arn, functionName } from "./template/account.ts";
import type { LambdaFunction } from "./template/records.ts";

export interface Lambdas {
  readonly invoke: Invoke;
  readonly functions: readonly LambdaFunction[];
  /** Imports every function, so that the first customer does not wait for it; a broken one is reported when it is called. */
  warm(): Promise<void>;
}

export interface LambdaSettings {
  readonly functions: readonly LambdaFunction[];
  /** The folder that sources, or with `bundles` the bundles, are relative to. */
  readonly root: string;
  readonly bundles?: boolean;
  readonly clock: () => Clock;
}

type Handler = (event: unknown, context: Context) => unknown;

/** What our handlers may know of their invocation; the rest of Lambda's context names things that are not here. */
interface Context {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly callbackWaitsForEmptyEventLoop: boolean;
  readonly getRemainingTimeInMillis: () => number;
}

/** Runs functions in this process, as they are. Timeouts are real time, as the work is. */
export const createLambdas = (settings: LambdaSettings): Lambdas => {
  const byName = new Map(settings.functions.map((each) => [each.name, each]));
  const invokeHere: Invoke = async (reference, payload) => {
    const called = byName.get(functionName(reference));
    if (called === undefined) return missing(functionName(reference));
    return run(called, () => load(called, settings), payload);
  };
  return {
    functions: settings.functions,
    invoke: (reference, payload) => settings.clock().inFlight(() => invokeHere(reference, payload)),
    warm: async () => void (await Promise.allSettled(settings.functions.map((each) => load(each, settings)))),
  };
};

const load = async (called: LambdaFunction, { root, bundles }: LambdaSettings): Promise<Handler> => {
  const file = bundles ? join(root, called.bundle ?? "", "index.mjs") : join(root, called.source);
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
  const handler = module[called.handler];
  if (typeof handler !== "function")
    throw new HandlerNotFound(`${called.source} exports no "${called.handler}"`);
  return handler as Handler;
};

class HandlerNotFound extends Error {
  override readonly name = "Runtime.HandlerNotFound";
}

const run = async (
  called: LambdaFunction,
  handlerOf: () => Promise<Handler>,
  payload: unknown,
): Promise<Invoked> => {
  const requestId = randomUUID();
  const stopwatch = { timer: undefined as NodeJS.Timeout | undefined };
  try {
    const handler = await handlerOf();
    const timedOut = new Promise<Invoked>((resolve) => {
      stopwatch.timer = setTimeout(() => resolve(timeout(called, requestId)), called.timeoutSeconds * 1000);
    });
    const answered = Promise.resolve(handler(asJson(payload), contextOf(called, requestId))).then(
      (result): Invoked => ({ ok: true, payload: asJson(result) }),
    );
    return await Promise.race([answered, timedOut]);
  } catch (error) {
    return failed(error);
  } finally {
    clearTimeout(stopwatch.timer);
  }
};

const contextOf = (called: LambdaFunction, awsRequestId: string): Context => {
  const ends = Date.now() + called.timeoutSeconds * 1000;
  return {
    functionName: called.name,
    functionVersion: "$LATEST",
    invokedFunctionArn: arn("lambda", `function:${called.name}`),
    memoryLimitInMB: "512",
    awsRequestId,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, ends - Date.now()),
  };
};

/** Between functions there is only JSON: what does not survive it must not survive here. */
const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const failed = (error: unknown): Invoked => {
  const known = error instanceof Error ? error : new Error(String(error));
  const trace = (known.stack ?? "").split("\n").map((line) => line.trim());
  return {
    ok: false,
    error: known.name,
    cause: JSON.stringify({ errorType: known.name, errorMessage: known.message, trace }),
  };
};

const timeout = (called: LambdaFunction, requestId: string): Invoked => {
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${called.timeoutSeconds.toFixed(2)} seconds`;
  const errorType = "Sandbox.Timedout";
  return { ok: false, error: errorType, cause: JSON.stringify({ errorType, errorMessage }) };
};

const missing = (name: string): Invoked => ({
  ok: false,
  error: "Lambda.ResourceNotFoundException",
  cause: `Function not found: ${arn("lambda", `function:${name}`)}`,
});
