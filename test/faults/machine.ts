import { inject, onTestFinished } from "vitest";
import { invokeSteps } from "#cli/simulation/steps.ts";
import { type Milliseconds, plus } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { createClock } from "#local/clock.ts";
import type { Clock, Invoke, Invoked } from "#local/ports.ts";
import { createRecords } from "#local/states/records.ts";
import { createRunner, type Runner } from "#local/states/runner.ts";
import { openStore } from "#local/store.ts";
import { sweep } from "#steps/sweep.ts";
import { aStage, type Stage } from "./stage.ts";

/** What a state of the appointment's machine passes to its Lambda. */
export interface Payload {
  readonly pack: string;
  readonly code: string;
  readonly version: number;
  readonly promise: string;
  readonly failure?: string;
}

/** The synthesized machine over a stage, on a clock of its own, with Lambdas that the test may come between. */
export interface MachineStage {
  readonly stage: Stage;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly arn: string;
  /** Asked for each invocation: what Step Functions is told instead of, or after, what the Lambda did. */
  lambda: (payload: Payload, run: () => Promise<Invoked>) => Promise<Invoked>;
  pass(length: Milliseconds): Promise<void>;
  /** Long past everything, with the sweeper every five minutes where something asks for it. */
  rest(): Promise<void>;
}

export const aMachineStage = (): MachineStage => {
  const stage = aStage();
  const { world } = stage;
  const assembly = readAssembly(inject("assembly"));
  const store = openStore(":memory:");
  const clock = createClock({ store, start: world.now(), real: () => 0 });
  const steps = invokeSteps(assembly, () => world);
  const invoke: Invoke = (reference, payload) =>
    machine.lambda(payload as Payload, () => steps(reference, payload));
  const runner = createRunner({ clock, records: createRecords(store), invoke });
  onTestFinished(() => clock.stop());
  const [definition] = assembly.machines;
  if (definition === undefined) throw new Error("the assembly has no machine");
  const { arn } = definition;
  runner.define(arn, definition.definition);
  const executionOf = (name: string): string => `${arn.replace(":stateMachine:", ":execution:")}:${name}`;
  Object.assign(world, {
    now: clock.now,
    executions: {
      start: async (_machine: string, name: string, input: string) => void runner.start(arn, name, input),
      stop: async (_machine: string, name: string, cause: string) =>
        void runner.stop(executionOf(name), "Stopped", cause),
      answer: async (token: string) => answered(runner, token),
    },
  });
  const pass = async (length: Milliseconds): Promise<void> =>
    void (await clock.advance(plus(clock.now(), length)));
  const machine: MachineStage = {
    stage,
    runner,
    clock,
    arn,
    lambda: (_payload, run) => run(),
    pass,
    rest: async () => {
      for (let days = 0; days < 20; days += 1) {
        await pass(24 * 60 * 60_000);
        await sweep(world);
      }
    },
  };
  return machine;
};

const answered = (runner: Runner, token: string): "answered" | "over" => {
  try {
    runner.sendTaskSuccess(token, "{}");
    return "answered";
  } catch (error) {
    if ((error as Error).name === "TaskTimedOut") return "over";
    throw error;
  }
};

/** As Lambda reports an error to Step Functions. */
export const failed = (error: string): Invoked => ({
  ok: false,
  error,
  cause: JSON.stringify({ errorType: error, errorMessage: error }),
});
