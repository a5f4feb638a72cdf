import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import { planCases } from "#core/policy/case-plan.ts";
import { policiesOf } from "#stack/policies.ts";
import { definitionIn } from "../definition.ts";
import { synthesized } from "../synthesized.ts";

const [solar] = policiesOf(["solar"]);
if (solar === undefined) throw new Error("there is no solar policy");
const definition = definitionIn(synthesized("local", [solar]));
const { States: states } = definition;
const [plan] = planCases(solar);
const names = plan?.milestones.map(({ name }) => name) ?? [];
const hub = states["What comes next?"];
const waits = Object.entries(states).filter(([, { Resource }]) => Resource?.endsWith("waitForTaskToken"));

describe("an execution of a case reads as the policy", () => {
  it("has a wait for each milestone, by its name, with its clause", () => {
    expect(names).toHaveLength(3);
    expect(waits.map(([name]) => name).sort()).toEqual([...names, "Wait until something is due"].sort());
    for (const name of names) expect(states[name]?.Comment).toMatch(/\S/);
  });

  it("is valid for Step Functions, in names of 80 characters at most", () => {
    expect(validate(definition).errorsText()).toBe("");
    for (const name of Object.keys(states)) expect(name.length).toBeLessThanOrEqual(80);
  });

  it("chooses the wait by the milestone in front, and has one for what it does not know", () => {
    const choice = states["Which milestone is in front?"] as unknown as {
      Choices: { Variable: string; StringEquals: string; Next: string }[];
      Default: string;
    };
    expect(choice.Default).toBe("Wait until something is due");
    expect(choice.Choices.map(({ StringEquals, Next }) => `${StringEquals}: ${Next}`)).toEqual([
      "over: Nothing is owed any more",
      ...(plan?.milestones.map(({ id, name }) => `${id}: ${name}`) ?? []),
    ]);
  });
});

describe("a wait", () => {
  it("hands its token over, lasts as long as the hub says, and leads back to it", () => {
    for (const [, state] of waits) {
      expect(state.TimeoutSecondsPath).toBe("$.next.seconds");
      expect(state.TimeoutSeconds).toBeUndefined();
      expect(state.Parameters?.Payload["token.$"]).toBe("$$.Task.Token");
      expect(state.ResultPath).toBeNull();
      expect(state.Next).toBe("What comes next?");
      expect(state.Catch).toEqual([
        { ErrorEquals: ["States.Timeout"], Next: "What comes next?", ResultPath: null },
        { ErrorEquals: ["States.ALL"], Next: "Wait five minutes", ResultPath: null },
      ]);
    }
  });

  it("is never retried, for its time would begin anew", () => {
    for (const [, state] of waits) expect(state.Retry).toBeUndefined();
  });
});

describe("the hub", () => {
  it("ends quietly when a later run watches, and comes back after five minutes from anything else", () => {
    expect(hub?.Retry?.[0]).toEqual({ ErrorEquals: ["Superseded"], MaxAttempts: 0 });
    expect(hub?.Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals[0], Next])).toEqual([
      ["Superseded", "Superseded by a later run"],
      ["States.ALL", "Wait five minutes"],
    ]);
    expect(states["Wait five minutes"]).toMatchObject({ Seconds: 300, Next: "What comes next?" });
  });

  it("takes four values from what its Lambda says, and nothing about a person goes in or out", () => {
    expect(hub).toMatchObject({ ResultPath: "$.next" });
    expect(Object.keys((hub as unknown as { ResultSelector: object }).ResultSelector)).toEqual([
      "front.$",
      "seconds.$",
      "beat.$",
      "wakes.$",
    ]);
    const allowed = ["pack.$", "code.$", "run.$", "beat.$", "wakes.$", "token.$"];
    for (const { Parameters } of Object.values(states))
      for (const key of Object.keys(Parameters?.Payload ?? {})) expect(allowed).toContain(key);
    expect(JSON.stringify(definition)).not.toContain("Cause");
  });
});
