import { expect, it } from "vitest";
import { policiesOf } from "#stack/policies.ts";
import { synthesized } from "./synthesized.ts";

const policies = policiesOf(["bnc"]);

const secretOf = (stage: "local" | "dev" | "prod") =>
  synthesized(stage, policies).resources["ElsewhereSecret"]!;

it("has a secret for the ways into other systems, empty until a person writes them", () => {
  expect(secretOf("prod")).toMatchObject({
    Properties: { Name: "kept/elsewhere", SecretString: "{}" },
    DeletionPolicy: "Retain",
  });
  expect(secretOf("dev").Properties["Name"]).toBe("dev-kept/elsewhere");
});

it("tells nobody from one's own machine, and asks nobody why not", () => {
  const { SecretString } = secretOf("local").Properties;
  expect(JSON.parse(String(SecretString))).toEqual({ bnc: { servicenow: "off", pct: "off" } });
});

it("is told of in its own time, every five minutes", () => {
  const rules = synthesized("prod", policies).ofType("AWS::Events::Rule");
  const [rule] = rules.filter(([, { Properties }]) => JSON.stringify(Properties).includes("TellElsewhere"));
  expect(rule?.[1].Properties).toMatchObject({ ScheduleExpression: "rate(5 minutes)", State: "ENABLED" });
});
