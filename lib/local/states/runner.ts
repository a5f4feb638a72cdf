import type { Instant } from "#core/time.ts";
import type { Clock, Invoke } from "#local/ports.ts";
import { createAnnouncer, type StatusListener } from "#local/states/announcer.ts";
import {
  type Description,
  described,
  type Listed,
  listed,
  type Standing,
  standing,
} from "#local/states/description.ts";
import { createEngine, type EngineSettings } from "#local/states/engine.ts";
import type { Execution, Status } from "#local/states/execution.ts";
import type { HistoryEvent } from "#local/states/history.ts";
import { createMachines, type DescribedMachine, type ListedMachine } from "#local/states/machines.ts";
import type { Records } from "#local/states/records.ts";
import { StatesRefusal } from "#local/states/refusal.ts";
import { createStart, type Started } from "#local/states/start.ts";
import { abort } from "#local/states/step.ts";
import { createTokens, type Tokens } from "#local/states/tokens.ts";

/**
 * Runs state machines as Step Functions does, on the virtual clock. Names of fields and of refusals (StatesRefusal) are
 * those of its API; moments are instants in UTC.
 */
export interface Runner extends Tokens {
  /** Makes a machine, or changes it; what runs keeps its definition. @throws StatesRefusal InvalidDefinition. */
  define(arn: string, definition: string): void;
  /**
   * Idempotent while the execution runs: same name, same input. `input` is JSON text, by default `{}`.
   * @throws StatesRefusal StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, ExecutionAlreadyExists.
   */
  start(machine: string, name: string, input?: string): Started;
  /** One that is over stays as it is. @throws StatesRefusal ExecutionDoesNotExist. */
  stop(execution: string, error?: string, cause?: string): { readonly stopDate: Instant };
  /** @throws StatesRefusal ExecutionDoesNotExist. */
  describe(execution: string): Description;
  /** Latest start first. @throws StatesRefusal StateMachineDoesNotExist. */
  list(machine: string, filter?: { readonly status?: Status; readonly max?: number }): Listed[];
  /** Of all machines, latest start first. */
  standings(max: number): Standing[];
  /** @throws StatesRefusal ExecutionDoesNotExist. */
  standing(execution: string): Standing;
  /** A number that is another after any execution has taken a step. */
  steps(): number;
  /** How many executions were asked for since this runner began. */
  started(): number;
  /** Oldest first. @throws StatesRefusal ExecutionDoesNotExist. */
  history(execution: string): HistoryEvent[];
  machines(): ListedMachine[];
  /** @throws StatesRefusal StateMachineDoesNotExist. */
  describeMachine(arn: string): DescribedMachine;
  /** The definition that an execution was started with. @throws StatesRefusal ExecutionDoesNotExist. */
  definitionOf(execution: string): string;
  /** Goes on with all that ran when the process ended. Call it once, when `invoke` and the listeners are ready. */
  resume(): void;
  /** Told of every end, at least once, also across a restart; what the listener does counts as in flight. */
  onStatusChange(listener: StatusListener): void;
}

export interface RunnerSettings {
  readonly clock: Clock;
  /** Where executions are kept: on disk, or in memory for a world that is thrown away. */
  readonly records: Records;
  readonly invoke: Invoke;
  readonly pause?: EngineSettings["pause"];
}

export const createRunner = ({ clock, records, invoke, pause }: RunnerSettings): Runner => {
  const machines = createMachines(clock);
  const announcer = createAnnouncer(clock, records);
  const engine = createEngine({ clock, records, invoke, ended: announcer.tell, pause });
  const start = createStart({ clock, machines, records, engine });
  let started = 0;

  return {
    ...createTokens({ clock, records, engine }),
    ...lookups(records),
    define: machines.define,
    machines: machines.all,
    describeMachine: machines.find,
    start: (...asked) => {
      started += 1;
      return start(...asked);
    },
    started: () => started,
    stop: (arn, error, cause) => {
      const execution = find(records, arn);
      const { progress } = execution;
      if (progress.status !== "RUNNING") return { stopDate: progress.stopDate };
      engine.advance(execution, abort({ ...(error && { error }), ...(cause && { cause }) }));
      return { stopDate: clock.now() };
    },
    list: (machine, filter = {}) => {
      machines.find(machine);
      return records.list(machine, filter).map(listed);
    },
    resume: () => {
      announcer.catchUp();
      for (const execution of records.running()) engine.take(execution);
    },
    onStatusChange: announcer.listen,
  };
};

type Lookups = "describe" | "standing" | "standings" | "steps" | "history" | "definitionOf";

const lookups = (records: Records): Pick<Runner, Lookups> => ({
  describe: (arn) => described(find(records, arn)),
  standing: (arn) => standing(find(records, arn)),
  standings: (max) => records.recent(max).map(standing),
  steps: records.saves,
  history: (arn) => records.history(find(records, arn).arn),
  definitionOf: (arn) => records.definition(find(records, arn).definition),
});

const find = (records: Records, arn: string): Execution => {
  const execution = records.find(arn);
  if (execution !== undefined) return execution;
  throw new StatesRefusal("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
};
