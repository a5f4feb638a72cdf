import { Aws } from "aws-cdk-lib";
import { type ISource, Source } from "aws-cdk-lib/aws-s3-deployment";
import { type DeskConfig, deskConfigKey } from "#site/desk-config.ts";
import { consoleOf } from "./console.ts";
import { named, type Settings } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";

/** Tells the desk, by a file beside its pages, where people sign in and where an execution is seen. */
export const deskConfig = (
  { stage, region, packs }: Settings,
  { domain, client }: Pick<SignIn, "domain" | "client">,
): ISource => {
  const executions = `arn:${Aws.PARTITION}:states:${region}:${Aws.ACCOUNT_ID}:execution:${named(stage, "kept")}-`;
  const config: DeskConfig = {
    packs,
    signIn: { by: "cognito", domain, clientId: client.userPoolClientId },
    executions: consoleOf(region).execution + executions,
  };
  return Source.jsonData(deskConfigKey, config);
};
