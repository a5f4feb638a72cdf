import type { Definition, Retrier, State } from "./definition.ts";
import { endsOnPurpose, leadsOn } from "./machine-ways.ts";

/*
 * What every machine of ours must hold, whatever it is about. Each rule says what breaks it, in words with the state's
 * name, and nothing where all is well.
 */
type Rule = (definition: Definition) => string[];

const tasksIn = ({ States }: Definition): [string, State][] =>
  Object.entries(States).filter(([, { Type }]) => Type === "Task");

const forEachTask =
  (problem: (task: State) => string | undefined): Rule =>
  (definition) =>
    tasksIn(definition).flatMap(([name, task]) => {
      const found = problem(task);
      return found === undefined ? [] : [`${name}: ${found}`];
    });

const catches = (task: State): string[] => (task.Catch ?? []).flatMap(({ ErrorEquals }) => ErrorEquals);

const waitsForToken = ({ Resource }: State): boolean => Resource?.endsWith(".waitForTaskToken") ?? false;

/** A token that never comes back must not hold an execution for ever, nor end it. */
const tokenTasks = forEachTask((task) => {
  if (!waitsForToken(task)) return undefined;
  if (task.TimeoutSeconds === undefined && task.TimeoutSecondsPath === undefined)
    return "waits for its token without a timeout";
  if (!JSON.stringify(task.Parameters).includes("$$.Task.Token")) return "hands its token to nobody";
  return catches(task).some((error) => error === "States.Timeout" || error === "States.ALL")
    ? undefined
    : "has no way on when its token never comes";
});

const everyTaskEnds = forEachTask((task) => {
  if (task.TimeoutSeconds === undefined && task.TimeoutSecondsPath === undefined) return "has no timeout";
  if ((task.Retry ?? []).length === 0 && !goesBackToItsHub(task)) return "is never tried again";
  return catches(task).includes("States.ALL") ? undefined : "ends the execution when it fails";
});

/** An error that the clock or the network caused must not be taken for the end: the last catch takes whatever is left. */
const catchesAllAtLast = forEachTask((task) =>
  task.Catch?.at(-1)?.ErrorEquals.join() === "States.ALL" ? undefined : "does not catch everything at last",
);

/** Its length is known when it begins: seconds that are written down, or a moment that the input carries. */
const everyWaitEnds: Rule = ({ States }) =>
  Object.entries(States).flatMap(([name, { Type, Seconds, SecondsPath, Timestamp, TimestampPath }]) =>
    Type === "Wait" && [Seconds, SecondsPath, Timestamp, TimestampPath].every((each) => each === undefined)
      ? [`${name}: waits for ever`]
      : [],
  );

/**
 * What the ledger owns is never tried again by the machine: a send that ended, however it ended, is no error, and the
 * version that lost is found by name before any retrier could match it.
 */
const ledgerOwnsSends = forEachTask((task) => {
  const { Retry = [] } = task;
  if (goesBackToItsHub(task)) return undefined;
  const [first] = Retry;
  if (first?.ErrorEquals.join() !== "Superseded" || first.MaxAttempts !== 0)
    return "does not look for Superseded first";
  if (Retry.some(({ ErrorEquals }) => ErrorEquals.includes("States.ALL"))) return "retries whatever happens";
  return generalBeforeNamed(Retry) ? "retries any failure before it looks at its name" : undefined;
});

/** A wait whose length was said by the state before is not tried again at all: its time would begin anew. */
const goesBackToItsHub = (task: State): boolean =>
  waitsForToken(task) && task.TimeoutSecondsPath !== undefined && task.Retry === undefined;

const generalBeforeNamed = (retriers: readonly Retrier[]): boolean =>
  retriers.slice(0, -1).some(({ ErrorEquals }) => ErrorEquals.some((error) => error.startsWith("States.")));

/** Of a case: how often it was started, woken and changed. */
const counts = ["run", "wakes", "beat"];

/** What a Lambda may be told by a state: which subject, which promise, which failure. Never a name, an address, a text. */
const ids = new Set([
  "pack",
  "code",
  "number",
  "version",
  "promise",
  "failure",
  "token",
  "milestone",
  ...counts,
]);

const onlyIds = forEachTask(({ Parameters }) => {
  const others = Object.keys(Parameters?.Payload ?? {}).filter((key) => !ids.has(key.replace(/\.\$$/, "")));
  return others.length === 0 ? undefined : `passes ${others.join(", ")}`;
});

/** What a hub may take from an answer, one by one: which milestone is in front, for how long, and counts. */
const takes = new Set(["front", "seconds", ...counts].map((each) => `${each}.$`));

const takesOnlyCounts = ({ ResultSelector }: State): boolean =>
  ResultSelector !== undefined && Object.keys(ResultSelector).every((key) => takes.has(key));

/** What a Lambda answers, and the text of an error, may hold anything: neither travels on. */
const nothingComesBack = forEachTask((task) => {
  if (task.ResultPath !== null && !waitsForToken(task) && !takesOnlyCounts(task))
    return "keeps what its Lambda answers";
  return JSON.stringify(task).includes(".Cause") ? "passes on the text of an error" : undefined;
});

const year = 365 * 24 * 60 * 60;

const endsWithinAYear: Rule = ({ TimeoutSeconds }) =>
  TimeoutSeconds !== undefined && TimeoutSeconds < year ? [] : ["the machine may outlive a year"];

const shortNames: Rule = ({ States }) =>
  Object.keys(States).flatMap((name) => (name.length > 80 ? [`${name}: is longer than 80 characters`] : []));

export const brokenRules: Rule = (definition) =>
  [
    tokenTasks,
    everyTaskEnds,
    catchesAllAtLast,
    everyWaitEnds,
    leadsOn,
    endsOnPurpose,
    ledgerOwnsSends,
    onlyIds,
    nothingComesBack,
    endsWithinAYear,
    shortNames,
  ].flatMap((rule) => rule(definition));
