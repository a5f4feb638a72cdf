import { join } from "node:path";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Architecture, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { type BundlingOptions, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

const root = join(import.meta.dirname, "../..");

/** The SDK goes into the bundle, so that what was tested is what runs; without source maps, which are larger than it. */
const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
  keepNames: true,
  bundleAwsSDK: true,
  // Some dependencies are CommonJS and ask for Node's own modules at run time, which an ES module cannot.
  banner: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
};

/** Ends well before a send's claim does (60 s), so that nobody is still at it when the claim is free. */
export const stepTimeout = Duration.seconds(30);

export interface StepLambdaProps {
  readonly stage: Stage;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The Lambda that runs `lambdas/{name}.ts`. Its name and logical id come from that name alone: executions keep the
 * definition they started with, for months, and must find it whatever the policy says by then.
 */
export class StepLambda extends NodejsFunction {
  constructor(scope: Construct, name: string, { stage, environment }: StepLambdaProps) {
    const functionName = named(stage, `kept-${name}`);
    super(scope, name, {
      functionName,
      entry: join(root, "lambdas", `${name}.ts`),
      projectRoot: root,
      depsLockFilePath: join(root, "package-lock.json"),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      bundling,
      timeout: stepTimeout,
      memorySize: 512,
      tracing: Tracing.ACTIVE,
      environment: { ...environment },
      logGroup: logs(scope, name, functionName),
    });
    const resource = pin(this, name, "Function");
    // The local world runs the source; the template is all that it reads.
    resource.addMetadata("kept:source", `lambdas/${name}.ts`);
  }
}

const logs = (scope: Construct, name: string, functionName: string): LogGroup =>
  new LogGroup(scope, `${name}-logs`, {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
