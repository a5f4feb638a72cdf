import { type App, type Stack, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from "cdk-nag";
import { acknowledgedIn } from "./acknowledged.ts";
import type { Settings } from "./settings.ts";

/** The rule packs that every synth of this app runs. */
export const packsFor = (app: App): NagPack[] => [new AwsSolutionsChecks(app), new ServerlessChecks(app)];

/** Synth stops at whatever the packs find beyond what is acknowledged. */
export const check = (app: App, stack: Stack, settings: Settings): void => {
  Validations.of(app).addPlugins(...packsFor(app));
  acknowledgeIn(stack, settings);
};

export const acknowledgeIn = (stack: Stack, settings: Settings): void => {
  const constructs = stack.node.findAll();
  for (const { on, findings, reason } of acknowledgedIn(settings))
    for (const construct of constructs.filter(({ node }) => on.test(below(stack, node.path))))
      Validations.of(construct).acknowledge(...findings.map((id) => ({ id, reason })));
};

const below = (stack: Stack, path: string): string => path.slice(stack.node.path.length + 1);
