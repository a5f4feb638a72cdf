import { join } from "node:path";
import { Duration } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { bundled } from "./bundle.ts";
import { logGroup } from "./logs.ts";
import { pin } from "./pin.ts";
import { named, type Settings } from "./settings.ts";

const root = join(import.meta.dirname, "../..");

/** Ends well before a send's claim does (60 s), so that nobody is still at it when the claim is free. */
export const stepTimeout = Duration.seconds(30);

export interface StepLambdaProps {
  readonly settings: Settings;
  readonly environment: Readonly<Record<string, string>>;
  /** For a Lambda that nobody waits for: where an event ends that it failed on three times. */
  readonly deadLetters?: Queue;
}

/**
 * The Lambda that runs `lambdas/{name}.ts`. Its name and logical id come from that name alone: executions keep the
 * definition they started with, for months, and must find it whatever the policy says by then.
 */
export class StepLambda extends LambdaFunction {
  constructor(scope: Construct, name: string, { settings, environment, deadLetters }: StepLambdaProps) {
    const functionName = named(settings.stage, `kept-${name}`);
    const logs = logGroup(scope, `${name}-logs`, `/aws/lambda/${functionName}`, settings);
    super(scope, name, {
      functionName,
      code: bundled(root, name),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: stepTimeout,
      memorySize: 512,
      tracing: Tracing.ACTIVE,
      environment: { ...environment },
      logGroup: logs,
      role: roleOf(scope, name, logs),
      ...(deadLetters && { deadLetterQueue: deadLetters }),
    });
    const resource = pin(this, name, "Function");
    // The local world runs the source; the template is all that it reads.
    resource.addMetadata("kept:source", `lambdas/${name}.ts`);
  }

  /** Itself, and not each of its versions as well: there are none. */
  override get resourceArnsForGrantInvoke(): string[] {
    return [this.functionArn];
  }
}

/** Its own log and no other; the policy that AWS has ready for this lets a Lambda write into any. */
const roleOf = (scope: Construct, name: string, logs: LogGroup): Role => {
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logs.grantWrite(role);
  return role;
};
