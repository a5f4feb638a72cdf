import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { now } from "#adapters/clock.ts";
import { newCode } from "#adapters/ids.ts";
import type { Ports } from "#adapters/ports.ts";
import { createTable } from "#adapters/table.ts";
import { isRefusal } from "#core/errors.ts";
import { enterEnvironment, sharedEnvironment } from "#local/environment.ts";
import { book } from "#steps/book.ts";
import { aWorld } from "../../test/builders/world.ts";
import type { Aws } from "../shared/aws.ts";
import type { Stage } from "../shared/database.ts";
import { type Body, deployed, eventFor, fingerprintOf, requestOf } from "./requests.ts";

type Handler<Result> = (event: object, context: object) => Promise<Result>;

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

/** The Lambdas' own handlers, in this process, their clients pointed at the same database as the peer's. */
export const openHandlers = async ({ assembly, database }: Stage, aws: Aws) => {
  enterEnvironment({
    ...sharedEnvironment(assembly.functions, aws.url, { KEPT_SITE: "https://kept.example" }),
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    POWERTOOLS_LOG_LEVEL: "CRITICAL",
  });
  const [api, confirm] = [await lambda<Answer>("public-api"), await lambda<unknown>("send-confirmation")];
  const handler = async (body: Body, key: string): Promise<string> => {
    const answer = await api(eventFor(body, key));
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return (JSON.parse(answer.body) as { code: string }).code;
  };
  /** And what the execution that was started does at once: its first state. */
  const told = async (body: Body, key: string): Promise<void> => {
    const code = await handler(body, key);
    await confirm({ pack: "taxdome", code, version: 1, promise: "confirmation" });
  };
  return { handler, told };
};

const lambda = async <Result>(name: string): Promise<(event: object) => Promise<Result>> => {
  const source = join(import.meta.dirname, `../../lambdas/${name}.ts`);
  const { handler } = (await import(pathToFileURL(source).href)) as { readonly handler: Handler<Result> };
  const context = { functionName: name, awsRequestId: "bench", getRemainingTimeInMillis: () => 30_000 };
  return (event) => handler(event, context);
};

/** The same step up to its commit: the execution is left to the sweeper. */
export const bookOnly = (name: string) => {
  const left = async (): Promise<never> => {
    throw new Error("left to the sweeper");
  };
  const executions = { start: left, stop: left, answer: left };
  const ports: Ports = { ...aWorld(now()), now, newCode, table: createTable(name), executions };
  return async (body: Body, key: string): Promise<void> => {
    const request = { pack: "taxdome", key, fingerprint: fingerprintOf(body) };
    const booked = await book(ports, deployed, requestOf(body), request);
    if (isRefusal(booked)) throw new Error(booked.detail);
  };
};
