import { App } from "aws-cdk-lib";
import { KeptStack } from "#stack/kept-stack.ts";
import { policiesOf } from "#stack/policies.ts";
import { settingsOf } from "#stack/settings.ts";

const app = new App();
const settings = settingsOf(app.node.tryGetContext("stage"));
new KeptStack(app, { settings, policies: policiesOf(settings.packs) });
