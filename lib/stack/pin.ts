import { CfnResource, RemovalPolicy } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import type { Stage } from "./settings.ts";

/**
 * Fixes the logical id of a construct's resource, `send-reminder` and `Function` giving `SendReminderFunction`:
 * moving it in the code must never replace it in AWS, where data or running executions depend on it.
 */
export const pin = (construct: IConstruct, name: string, kind: string): CfnResource => {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof CfnResource)) throw new Error(`${construct.node.path} has no resource to pin`);
  resource.overrideLogicalId(`${inPascalCase(name)}${kind}`);
  return resource;
};

const inPascalCase = (name: string): string =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** What a company could never get back stays when a stack goes, except on one's own machine. */
export const keep = (stage: Stage): RemovalPolicy =>
  stage === "local" ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
