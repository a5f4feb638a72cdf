import validate from "asl-validator";
import { describe, expect, inject, it } from "vitest";
import { readAssembly } from "#local/assembly.ts";
import { releases } from "../releases/release.ts";
import type { Definition, State } from "./definition.ts";
import { brokenRules } from "./machine-rules.ts";

const machines = readAssembly(inject("assembly")).machines.map(({ name, definition }) => ({
  name,
  definition: JSON.parse(definition) as Definition,
}));
const [{ definition: sound }] = machines as [(typeof machines)[number]];

describe("every machine", () => {
  it.each([...machines, ...releases()])("$name keeps the rules of the house", ({ definition }) => {
    expect(brokenRules(definition)).toEqual([]);
    expect(validate(definition).errorsText()).toBe("");
  });
});

/** The first machine, with its first task changed. */
const withTask = (change: Partial<State>): Definition => {
  const name = sound.StartAt;
  return { ...sound, States: { ...sound.States, [name]: { ...sound.States[name]!, ...change } } };
};

const payload = (more: object) => ({
  Parameters: {
    FunctionName: "f",
    Payload: { ...sound.States[sound.StartAt]!.Parameters!.Payload, ...more },
  },
});

const token = "arn:aws:states:::lambda:invoke.waitForTaskToken";
const { Catch, Retry } = sound.States[sound.StartAt]!;

describe("the rules find", () => {
  it.each<[string, Partial<State>]>([
    ["has no timeout", { TimeoutSeconds: undefined }],
    ["ends the execution when it fails", { Catch: Catch!.slice(0, 1) }],
    ["waits for its token without a timeout", { Resource: token, TimeoutSeconds: undefined }],
    ["hands its token to nobody", { Resource: token }],
    [
      "has no way on when its token never comes",
      { Resource: token, ...payload({ "token.$": "$$.Task.Token" }), Catch: Catch!.slice(0, 1) },
    ],
    ["does not look for Superseded first", { Retry: Retry!.slice(1) }],
    ["is never tried again", { Retry: [] }],
    ["does not catch everything at last", { Catch: Catch!.toReversed() }],
    ["retries whatever happens", { Retry: [...Retry!, { ErrorEquals: ["States.ALL"], MaxAttempts: 1 }] }],
    ["retries any failure before it looks at its name", { Retry: [Retry![0]!, Retry!.at(-1)!, Retry![1]!] }],
    ["passes email.$", payload({ "email.$": "$.email" })],
    ["keeps what its Lambda answers", { ResultPath: "$.answer" }],
    [
      "keeps what its Lambda answers",
      { ResultPath: "$.next", ResultSelector: { "email.$": "$.Payload.email" } },
    ],
    ["passes on the text of an error", payload({ "failure.$": "$.failure.Cause" })],
  ])("a task that %s", (problem, change) => {
    expect(brokenRules(withTask(change))).toContain(`${sound.StartAt}: ${problem}`);
  });

  it("a machine that may outlive a year, and a name that AWS would refuse", () => {
    const long = "x".repeat(81);
    const States = { ...sound.States, [long]: { Type: "Succeed" } };
    expect(brokenRules({ ...sound, States, TimeoutSeconds: 365 * 24 * 60 * 60 })).toEqual([
      `${long}: nothing leads there`,
      "the machine may outlive a year",
      `${long}: is longer than 80 characters`,
    ]);
  });
});

describe("no way through the machine of a case ends while the case is open: the rules find", () => {
  const watched = machines.find(({ name }) => name.endsWith("-complaint"))!.definition;
  const hub = "What comes next?";
  const over = "Nothing is owed any more";
  const choice = "Which milestone is in front?";
  const later = "Wait five minutes";
  const changed = (name: string, change: Partial<State>): Definition => ({
    ...watched,
    States: { ...watched.States, [name]: { ...watched.States[name]!, ...change } },
  });
  const wait = Object.keys(watched.States).find((name) => name.startsWith("Acknowledge"))!;

  it.each<[string, string, Partial<State>, string]>([
    ["a wait that ends it", wait, { Next: over }, `${wait}: ends while a case may be open (done)`],
    ["an error that ends it", hub, caughtBy(hub, over), `${hub}: ends while a case may be open (States.ALL)`],
    ["an end of its own", later, { Next: undefined, End: true }, `${later}: ends while a case may be open`],
    [
      "a choice that ends it in doubt",
      choice,
      { Default: over },
      `${choice}: ends while a case may be open (anything else)`,
    ],
    [
      "a choice without a way in doubt",
      choice,
      { Default: undefined },
      `${choice}: has no way for what it does not know`,
    ],
    ["a dead end", later, { Next: undefined }, `${later}: is a dead end`],
    ["a wait for ever", later, { Seconds: undefined }, `${later}: waits for ever`],
  ])("%s", (_what, name, change, problem) => {
    expect(brokenRules(changed(name, change))).toContain(problem);
  });

  it("a circle without an end", () => {
    const { States } = changed(choice, { Choices: [] });
    const Catch = States[hub]!.Catch!.slice(1);
    const circle = { ...watched, States: { ...States, [hub]: { ...States[hub]!, Catch } } };
    expect(brokenRules(circle)).toContain(`${hub}: never comes to an end`);
  });

  function caughtBy(name: string, Next: string): Partial<State> {
    return { Catch: watched.States[name]!.Catch!.map((each) => ({ ...each, Next })) };
  }
});
