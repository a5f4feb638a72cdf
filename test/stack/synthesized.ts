import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import type { Policy } from "#core/policy/shape.ts";
import { KeptStack } from "#stack/kept-stack.ts";
import { policiesOf } from "#stack/policies.ts";
import { type Stage, settingsOf } from "#stack/settings.ts";

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

export interface Synthesized {
  readonly template: Template;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly ofType: (type: string) => [string, Resource][];
}

const cdkJson: { context: Record<string, unknown> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../cdk.json"), "utf8"),
);

export const taxdome = (): Policy => policiesOf(["taxdome"])[0]!;

export const withReminders = (...reminders: [channel: "email" | "sms", before: string][]): Policy => {
  const policy = taxdome();
  const appointments = {
    ...policy.appointments!,
    reminders: reminders.map(([channel, before]) => ({ channel, before, sendFor: "PT5M", clause: "§3" })),
  };
  return { ...policy, appointments };
};

/** With the flags of `cdk.json`, offline and without bundling. */
export const anApp = (): App =>
  new App({
    context: { ...cdkJson.context, "aws:cdk:bundling-stacks": [] },
    outdir: mkdtempSync(join(tmpdir(), "kept-synth-")),
  });

export const aStack = (app: App, stage: Stage, policies = [taxdome()]): KeptStack =>
  new KeptStack(app, { settings: settingsOf(stage), policies });

export const synthesized = (stage: Stage = "local", policies = [taxdome()]): Synthesized => {
  const template = Template.fromStack(aStack(anApp(), stage, policies));
  const resources: Record<string, Resource> = template.toJSON()["Resources"];
  return {
    template,
    resources,
    ofType: (type) => Object.entries(resources).filter(([, resource]) => resource.Type === type),
  };
};

/** A value as it would read in the account 000000000000; another resource stands there by its logical id. */
export const written = (value: unknown): string => {
  if (typeof value === "string") return value;
  const [intrinsic, argument] = Object.entries(value as object)[0] as [string, unknown];
  if (intrinsic === "Fn::Join") return (argument as [string, unknown[]])[1].map(written).join("");
  if (intrinsic === "Fn::GetAtt") return (argument as string[]).join(".");
  return pseudo[argument as string] ?? String(argument);
};

const pseudo: Readonly<Record<string, string>> = {
  "AWS::Partition": "aws",
  "AWS::Region": "eu-west-1",
  "AWS::AccountId": "000000000000",
};
