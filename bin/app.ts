import { App } from "aws-cdk-lib";
import { check } from "#stack/checks.ts";
import { KeptStack } from "#stack/kept-stack.ts";
import { policiesOf } from "#stack/policies.ts";
import { settingsOf } from "#stack/settings.ts";

const app = new App();
const settings = settingsOf(app.node.tryGetContext("stage"));
const stack = new KeptStack(app, { settings, policies: policiesOf(settings.packs) });
check(app, stack, settings);
