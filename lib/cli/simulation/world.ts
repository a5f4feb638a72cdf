import { digests } from "#adapters/digests.ts";
import { createHolidays } from "#adapters/holidays.ts";
import { createLinks } from "#adapters/links.ts";
import type { Executions, Policies, Ports } from "#adapters/ports.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Assembly } from "#local/assembly.ts";
import { createClock } from "#local/clock.ts";
import { createMemoryTable, type MemoryTable } from "#local/memory-table.ts";
import type { Clock } from "#local/ports.ts";
import { breath } from "#local/quiet.ts";
import { createScheduler } from "#local/scheduler.ts";
import { createMemoryRecords } from "#local/states/memory-records.ts";
import { StatesRefusal } from "#local/states/refusal.ts";
import { createRunner, type Runner } from "#local/states/runner.ts";
import { newCodes, newIds } from "./ids.ts";
import { invokeSteps } from "./steps.ts";

export interface SimulationSettings {
  readonly assembly: Assembly;
  readonly policies: Policies;
  readonly start: Instant;
  readonly providers: (now: () => Instant) => Pick<Ports, "mailer" | "texter">;
  /** Told of every transaction that was committed, before its effects are carried out. */
  readonly committed?: (writes: readonly Write[]) => void;
  readonly log: Ports["log"];
  /** Instead of one of its own: one that counts, say. */
  readonly table?: MemoryTable;
  /** Whether the runner keeps what happened in each execution, as it does unless told otherwise: half of all that a year keeps. */
  readonly histories?: boolean;
}

/** Where somebody can act, and time passes: all that customers and staff of a year need of their world. */
export interface Place {
  readonly ports: Ports;
  readonly clock: Clock;
}

/** The deployed machines and the real steps, on a virtual clock, with a table in memory: one process, no port, no file. */
export interface Simulation extends Place {
  readonly table: MemoryTable;
  readonly runner: Runner;
  /** Resolves when all that what just happened has set going is done; the clock stands still. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

export const createSimulation = (settings: SimulationSettings): Simulation => {
  const { assembly, start, policies, log, histories } = settings;
  const clock = createClock({ store: forgetful, start, real: () => 0, pause: breath });
  const { table = createMemoryTable() } = settings;
  const invoke = invokeSteps(assembly, () => ports);
  const runner = createRunner({
    clock,
    records: createMemoryRecords({ events: histories }),
    invoke,
    pause: breath,
  });
  for (const { arn, definition } of assembly.machines) runner.define(arn, definition);
  const { schedules } = assembly;
  const earliestWake = async () => table.earliestWake();
  const scheduler = createScheduler({ schedules, clock, invoke, earliestWake });
  let looked: Instant | undefined;
  /** Of all that is written, little changes what is to be woken first. */
  const look = (): void => {
    const earliest = table.earliestWake();
    if (earliest !== looked) scheduler.look();
    looked = earliest;
  };
  const ports: Ports = {
    now: clock.now,
    newId: newIds(),
    newCode: newCodes(),
    digests,
    log,
    policies,
    holidays: createHolidays(),
    links: createLinks({
      site: "https://kept.example",
      mailDomain: "kept.example",
      keys: async () => [signingKey],
      now: clock.now,
    }),
    table: {
      ...table,
      commit: async (writes) => {
        const result = await table.commit(writes);
        if (!result.committed) return result;
        settings.committed?.(writes);
        look();
        return result;
      },
    },
    ...settings.providers(clock.now),
    executions: executionsOf(assembly, runner),
  };
  return {
    ports,
    table,
    clock,
    runner,
    settle: async () => void (await clock.advance(clock.now())),
    end: clock.stop,
  };
};

/** A simulated clock begins anew each time. */
const forgetful = { get: () => undefined, set: () => {} };

/** Signs links that nobody can open. */
const signingKey = { id: "simula", secret: "a simulation hands its links to nobody" };

/** As the adapter for AWS: what is there already, or is no more, is a success. */
const executionsOf = ({ machines }: Assembly, runner: Runner): Executions => {
  const arnOf = (machine: string): string =>
    machines.find(({ name }) => name === `kept-${machine}`)?.arn ?? machine;
  return {
    start: async (machine, name, input) =>
      unless("ExecutionAlreadyExists", () => runner.start(arnOf(machine), name, input)),
    stop: async (machine, name, cause) =>
      unless("ExecutionDoesNotExist", () =>
        runner.stop(`${arnOf(machine).replace(":stateMachine:", ":execution:")}:${name}`, "Stopped", cause),
      ),
    answer: async (token) => answered(runner, token),
  };
};

const answered = (runner: Runner, token: string): "answered" | "over" => {
  let answer: "answered" | "over" = "over";
  unless("TaskTimedOut", () => {
    runner.sendTaskSuccess(token, "{}");
    answer = "answered";
  });
  return answer;
};

const unless = (expected: StatesRefusal["name"], act: () => unknown): void => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof StatesRefusal && error.name === expected)) throw error;
  }
};
