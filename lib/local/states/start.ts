import { type Instant, plus, second } from "#core/time.ts";
import type { Clock } from "#local/ports.ts";
import type { Engine } from "#local/states/engine.ts";
import type { Execution } from "#local/states/execution.ts";
import { executionStarted } from "#local/states/history.ts";
import { parseJson, tooLarge } from "#local/states/json.ts";
import type { Machines } from "#local/states/machines.ts";
import type { Records } from "#local/states/records.ts";
import { StatesRefusal } from "#local/states/refusal.ts";
import { begin } from "#local/states/walk.ts";

export interface StartSettings {
  readonly clock: Pick<Clock, "now">;
  readonly machines: Machines;
  readonly records: Records;
  readonly engine: Engine;
}

export interface Started {
  readonly executionArn: string;
  readonly startDate: Instant;
}

/** StartExecution, see `Runner`. */
export const createStart =
  (settings: StartSettings) =>
  (machine: string, name: string, input = "{}"): Started => {
    settings.machines.find(machine);
    checkName(name);
    checkInput(input);
    const arn = `${machine.replace(":stateMachine:", ":execution:")}:${name}`;
    const known = settings.records.find(arn);
    const { startDate } =
      known === undefined ? launch(settings, { arn, machine, name, input }) : same(known, input);
    return { executionArn: arn, startDate };
  };

const launch = (
  { clock, machines, records, engine }: StartSettings,
  run: Pick<Execution, "arn" | "machine" | "name" | "input">,
): Execution => {
  const startDate = clock.now();
  const definition = records.keepDefinition(machines.find(run.machine).definition);
  const seconds = machines.timeoutSeconds(run.machine);
  const deadline = seconds === undefined ? {} : { deadline: plus(startDate, seconds * second) };
  return engine.launch({ ...run, definition, startDate, ...deadline, events: 0 }, (walk) => {
    walk.log.add("ExecutionStarted", executionStarted(run.input));
    return begin(walk);
  });
};

/** Names stay taken: only a repetition of the very request that is under way is a success. */
const same = (known: Execution, input: string): Execution => {
  if (known.progress.status === "RUNNING" && known.input === input) return known;
  throw new StatesRefusal("ExecutionAlreadyExists", `Execution Already Exists: '${known.arn}'`);
};

const checkName = (name: string): void => {
  const allowed = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u.test(name);
  if (!allowed) throw new StatesRefusal("InvalidName", `Invalid Name: '${name}'`);
};

const checkInput = (input: string): void => {
  if (tooLarge(input))
    throw new StatesRefusal("InvalidExecutionInput", "the input is larger than 262144 bytes");
  if (parseJson(input) === undefined)
    throw new StatesRefusal("InvalidExecutionInput", "the input is not JSON");
};
