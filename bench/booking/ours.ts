import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { now } from "#adapters/clock.ts";
import { newCode } from "#adapters/ids.ts";
import type { Ports, Table } from "#adapters/ports.ts";
import { createTable } from "#adapters/table.ts";
import { isRefusal } from "#core/errors.ts";
import { enterEnvironment, sharedEnvironment } from "#local/environment.ts";
import { book } from "#steps/book.ts";
import { aWorld } from "../../test/builders/world.ts";
import type { Aws } from "../shared/aws.ts";
import type { Stage } from "../shared/database.ts";
import { type Body, deployed, eventFor, fingerprintOf, requestOf } from "./requests.ts";

type Handler = (event: object, context: object) => Promise<{ statusCode: number; body: string }>;

/** The Lambda's own handler, in this process, its clients pointed at the same database as the peer's. */
export const openHandler = async ({ assembly, database }: Stage, aws: Aws) => {
  enterEnvironment({
    ...sharedEnvironment(assembly.functions, aws.url, { KEPT_SITE: "https://kept.example" }),
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    POWERTOOLS_LOG_LEVEL: "CRITICAL",
  });
  const source = join(import.meta.dirname, "../../lambdas/public-api.ts");
  const { handler } = (await import(pathToFileURL(source).href)) as { readonly handler: Handler };
  const context = {
    functionName: "public-api",
    awsRequestId: "bench",
    getRemainingTimeInMillis: () => 30_000,
  };
  return async (body: Body, key: string): Promise<string> => {
    const answer = await handler(eventFor(body, key), context);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return (JSON.parse(answer.body) as { code: string }).code;
  };
};

/** The same step up to its commit: what is owed then (the execution, the host's mail) is left to the sweeper. */
export const bookOnly = (name: string) => {
  const table = createTable(name);
  const left = async (): Promise<never> => {
    throw new Error("left to the sweeper");
  };
  const world = { ...aWorld(now()), now, newCode, executions: { start: left, stop: left, answer: left } };
  return async (body: Body, key: string): Promise<void> => {
    let committed = false;
    const commit: Table["commit"] = async (writes) => {
      const result = await table.commit(writes);
      committed = true;
      return result;
    };
    const get: Table["get"] = (asked) => (committed ? left() : table.get(asked));
    const ports: Ports = { ...world, table: { ...table, get, commit } };
    const request = { pack: "taxdome", key, fingerprint: fingerprintOf(body) };
    const booked = await book(ports, deployed, requestOf(body), request);
    if (isRefusal(booked)) throw new Error(booked.detail);
  };
};
