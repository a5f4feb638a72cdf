import { StateMachine } from "aws-local-stepfunctions";
import { peer } from "../peers.ts";
import { definition, wakes } from "./ours.ts";

/** What is used of AWS's durable functions and their testing library. */
interface DurableContext {
  wait(length: { hours: number }): Promise<void>;
  step(name: string, work: () => Promise<unknown>): Promise<unknown>;
}
interface Durable {
  withDurableExecution(handler: (event: unknown, context: DurableContext) => Promise<unknown>): unknown;
}
interface Testing {
  readonly LocalDurableTestRunner: {
    new (settings: { handlerFunction: unknown }): { run(input: object): Promise<{ getStatus(): string }> };
    setupTestEnvironment(settings: { skipTime: boolean }): Promise<void>;
    teardownTestEnvironment(): Promise<void>;
  };
}

/** The same life as a durable function, with time skipped; one after another, as its runner wants it. */
export const durableExecutions = async (): Promise<((count: number) => Promise<void>) | undefined> => {
  const load = peer("durable-execution");
  if (load === undefined) return undefined;
  const { withDurableExecution } = load<Durable>("@aws/durable-execution-sdk-js");
  const { LocalDurableTestRunner } = load<Testing>("@aws/durable-execution-sdk-js-testing");
  let steps = 0;
  const handlerFunction = withDurableExecution(async (_event, context) => {
    for (let wake = 0; wake < wakes; wake += 1) {
      await context.wait({ hours: 1 });
      await context.step(`step-${wake}`, async () => (steps += 1));
    }
    return steps;
  });
  return async (count) => {
    steps = 0;
    await LocalDurableTestRunner.setupTestEnvironment({ skipTime: true });
    for (let each = 0; each < count; each += 1) {
      const execution = await new LocalDurableTestRunner({ handlerFunction }).run({ payload: {} });
      if (execution.getStatus() !== "SUCCEEDED") throw new Error(`it ended ${execution.getStatus()}`);
    }
    await LocalDurableTestRunner.teardownTestEnvironment();
    if (steps !== count * wakes) throw new Error(`${steps} steps instead of ${count * wakes}`);
  };
};

const handlers = Object.fromEntries(
  Array.from({ length: wakes }, (_, at) => [`Step ${at + 1}`, async () => ({})]),
);
const noWaits = Object.fromEntries(Array.from({ length: wakes }, (_, at) => [`Wait ${at + 1}`, 0]));

/** The bare interpreter: no clock, no history, no names, nothing stored; its waits take no time. */
export const bareInterpreter = async (count: number): Promise<void> => {
  const machine = new StateMachine(definition as ConstructorParameters<typeof StateMachine>[0]);
  const overrides = { taskResourceLocalHandlers: handlers, waitTimeOverrides: noWaits };
  await Promise.all(Array.from({ length: count }, () => machine.run({}, { overrides }).result));
};
