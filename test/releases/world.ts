import { join } from "node:path";
import { instant } from "#core/time.ts";
import { createClock } from "#local/clock.ts";
import type { Invoked } from "#local/ports.ts";
import { createRecords } from "#local/states/records.ts";
import { createRunner } from "#local/states/runner.ts";
import { openStore } from "#local/store.ts";
import { functionName } from "#local/template/account.ts";
import { aWorld, type TestWorld } from "../builders/world.ts";
import type { Release } from "./release.ts";

const booked = instant("2026-12-01T08:00:00Z");

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** Today's Lambdas under a release's definition: its items in the table, its execution under way. */
export const aWorldOf = async ({ definition, execution, items }: Release) => {
  const world = aWorld(booked);
  for (const item of items) await world.table.commit([{ put: item, if: { exists: false } }]);
  const store = openStore(":memory:");
  const clock = createClock({ store, start: booked, real: () => 0 });
  const invoke = async (reference: string, payload: unknown): Promise<Invoked> => {
    world.setNow(clock.now());
    return answer(functionName(reference).replace("kept-", ""), payload);
  };
  const runner = createRunner({ clock, records: createRecords(store), invoke });
  const machineArn = `arn:aws:states:eu-west-1:000000000000:stateMachine:kept-${execution.machine}`;
  runner.define(machineArn, JSON.stringify(definition));
  const { executionArn } = runner.start(machineArn, execution.name, JSON.stringify(execution.input));
  return {
    world,
    advance: (to: string) => clock.advance(instant(to)),
    status: () => runner.describe(executionArn).status,
    entered: () =>
      runner
        .history(executionArn)
        .flatMap(({ stateEnteredEventDetails: details }) => (details ? [String(details["name"])] : [])),
  };
};

/** The Lambda as it is deployed: its parsing of what a state passes is what an old definition may run into. */
const answer = async (name: string, payload: unknown): Promise<Invoked> => {
  try {
    const file = join(import.meta.dirname, "../../lambdas", `${name}.ts`);
    const { handler } = (await import(/* @vite-ignore */ file)) as { handler: Handler };
    await handler(payload, { functionName: name, awsRequestId: "1", getRemainingTimeInMillis: () => 30_000 });
    return { ok: true, payload: null };
  } catch (error) {
    const { name: errorType, message: errorMessage } = error as Error;
    return { ok: false, error: errorType, cause: JSON.stringify({ errorType, errorMessage }) };
  }
};

export const head = ({ table }: TestWorld) =>
  table.all().find((item) => item["type"] === "appointment") as unknown as {
    status: string;
    promises: Record<string, { state: string; due: string }>;
  };
