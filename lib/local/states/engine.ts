import type { Clock, Invoke } from "#local/ports.ts";
import { turn } from "#local/quiet.ts";
import { createAlarms, type Work } from "#local/states/alarms.ts";
import type { Callback, Execution, Launch, Position, Progress } from "#local/states/execution.ts";
import { createLog } from "#local/states/history.ts";
import { type Ran, runLambda, timedOut, within } from "#local/states/invocation.ts";
import type { Json } from "#local/states/json.ts";
import type { Machine } from "#local/states/machine.ts";
import { readDefinition } from "#local/states/read-definition.ts";
import type { Records } from "#local/states/records.ts";
import { callAt } from "#local/states/schedule.ts";
import type { Walk } from "#local/states/stay.ts";
import { step } from "#local/states/step.ts";
import type { Call } from "#local/states/visit.ts";
import { fail, submit, succeed } from "#local/states/walk.ts";

/** Keeps running executions going: saves each step, then does what it asks for. */
export interface Engine {
  /** Takes the first step. */
  launch(execution: Launch, work: Work): Execution;
  /** Takes the execution one step on. */
  advance(execution: Execution, work: Work): Execution;
  /** Goes on with an execution that was saved before a restart. */
  take(execution: Execution): void;
}

export interface EngineSettings {
  readonly clock: Clock;
  readonly records: Records;
  readonly invoke: Invoke;
  readonly ended: (execution: Execution) => void;
  /** Between a step that is saved and the Lambda that it asks for: whoever asked for the step hears of it first. */
  readonly pause?: (() => Promise<void>) | undefined;
}

export const createEngine = ({ clock, records, invoke, ended, pause = turn }: EngineSettings): Engine => {
  const alarms = createAlarms(clock);
  const machineOf = createDefinitions(records);
  /** The latest state of each running execution: what was begun for an earlier one no longer counts. */
  const current = new Map<string, Execution>();

  const hold = (execution: Execution) => {
    if (execution.progress.status === "RUNNING") current.set(execution.arn, execution);
    else current.delete(execution.arn);
    alarms.set(execution, (work) => void advance(execution, work));
  };

  const launch = (before: Launch, work: Work, heldToken?: string): Execution => {
    const { execution, events } = step(machineOf(before), before, clock.now(), work);
    records.save(execution, events);
    hold(execution);
    if (execution.progress.status === "RUNNING") run(execution, execution.progress.at, heldToken);
    else ended(execution);
    return execution;
  };

  const advance = (before: Execution, work: Work): Execution => {
    const at = positionOf(before);
    return launch(before, work, at?.doing === "callback" ? at.token : undefined);
  };

  /** A heartbeat leaves the Lambda alone that was already given the token. */
  const run = (execution: Execution, at: Position, heldToken?: string) => {
    if (at.doing === "invoke") void clock.inFlight(() => runToEnd(execution, at));
    if (at.doing !== "callback" || at.submitted || at.token === heldToken) return;
    void clock.inFlight(() => runWithToken(execution, at));
  };

  const runToEnd = async (execution: Execution, at: Position) => {
    await pause();
    const call = callFor(machineOf(execution), execution, at);
    const ran = await within(call.timeoutSeconds, runLambda(invoke, call));
    if (current.get(execution.arn) !== execution) return;
    advance(execution, (walk) => afterRun(walk, at, ran, (result) => succeed(walk, at, result)));
  };

  /** The token may have been answered, or a heartbeat have come, while the Lambda ran. */
  const runWithToken = async (execution: Execution, position: Callback) => {
    await pause();
    const ran = await runLambda(invoke, callFor(machineOf(execution), execution, position));
    const now = current.get(execution.arn);
    const at = now && positionOf(now);
    if (now === undefined || at?.doing !== "callback" || at.token !== position.token) return;
    advance(now, (walk) => afterRun(walk, at, ran, (result) => submit(walk, at, result)));
  };

  return {
    launch,
    advance,
    take: (execution) => {
      hold(execution);
      if (execution.progress.status === "RUNNING") run(execution, execution.progress.at);
    },
  };
};

/** Reads each definition once, however many executions have it. */
const createDefinitions = (records: Records): ((execution: Launch) => Machine) => {
  const machines = new Map<string, Machine>();
  return ({ definition }) => {
    const machine = machines.get(definition) ?? readDefinition(records.definition(definition));
    machines.set(definition, machine);
    return machine;
  };
};

/** The moment plays no part in what is called: Parameters cannot name it. */
const callFor = (machine: Machine, execution: Execution, at: Position): Call =>
  callAt({ machine, execution, now: at.entered, log: createLog(0, at.entered) }, at);

const positionOf = ({ progress }: Execution): Position | undefined =>
  progress.status === "RUNNING" ? progress.at : undefined;

const afterRun = (walk: Walk, at: Position, ran: Ran, succeeded: (result: Json) => Progress): Progress => {
  switch (ran.outcome) {
    case "succeeded":
      return succeeded(ran.result);
    case "failed":
      return fail(walk, at, ran.failure, "Failed");
    case "timed-out":
      return fail(walk, at, timedOut, "TimedOut");
  }
};
