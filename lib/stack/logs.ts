import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** A log that ends by itself: what has to last is in the table. */
export const logGroup = (
  scope: Construct,
  id: string,
  logGroupName: string,
  { retention }: Pick<Settings, "retention">,
): LogGroup =>
  new LogGroup(scope, id, {
    logGroupName,
    retention: retention.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
