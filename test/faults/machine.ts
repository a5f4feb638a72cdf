import { inject, onTestFinished } from "vitest";
import type { Ports } from "#adapters/ports.ts";
import { type Milliseconds, plus } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { createClock } from "#local/clock.ts";
import type { Clock, Invoke, Invoked } from "#local/ports.ts";
import { createRunner, type Runner } from "#local/states/runner.ts";
import { openStore } from "#local/store.ts";
import { functionName } from "#local/template/account.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { tellStaff } from "#steps/settle.ts";
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
  const sources = new Map(assembly.functions.map(({ name, source }) => [name, source]));
  const invoke: Invoke = (reference, payload) => {
    const source = sources.get(functionName(reference)) ?? reference;
    return machine.lambda(payload as Payload, () => ran(world, source, payload as Payload));
  };
  const runner = createRunner({ clock, store, invoke });
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

const ran = async (ports: Ports, source: string, payload: Payload): Promise<Invoked> => {
  try {
    await stepOf(source)(ports, payload);
    return { ok: true, payload: null };
  } catch (error) {
    return failed((error as Error).name);
  }
};

/** As Lambda reports an error to Step Functions. */
export const failed = (error: string): Invoked => ({
  ok: false,
  error,
  cause: JSON.stringify({ errorType: error, errorMessage: error }),
});

const stepOf = (source: string): ((ports: Ports, payload: Payload) => Promise<void>) => {
  if (source.endsWith("end-appointment.ts")) return end;
  if (source.endsWith("tell-staff.ts"))
    return (ports, payload) => tellStaff(ports, payload, "step-failed", payload.failure ?? "");
  return deliver;
};
