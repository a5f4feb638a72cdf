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
      "the machine may outlive a year",
      `${long}: is longer than 80 characters`,
    ]);
  });
});
