import { Arn, ArnFormat, type Stack } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { named, type Stage } from "./settings.ts";

/**
 * The machines by the names of the contract. Naming the constructs instead would be a circle: each machine needs the
 * Lambdas' ARNs, and these Lambdas start and stop the machines.
 */
export interface Clocks {
  /** Up to the pack: `arn:aws:states:eu-west-1:000000000000:stateMachine:kept-`. */
  readonly prefix: string;
  grantStartStop(grantee: IGrantable): void;
  /** To answer a task that waits. */
  grantAnswer(grantee: IGrantable): void;
}

export const clocks = (stack: Stack, stage: Stage): Clocks => {
  const prefix = arn(stack, "stateMachine", named(stage, "kept-"));
  const executions = arn(stack, "execution", `${named(stage, "kept-")}*:*`);
  return {
    prefix,
    grantStartStop: (grantee) => {
      Grant.addToPrincipal({ grantee, actions: ["states:StartExecution"], resourceArns: [`${prefix}*`] });
      Grant.addToPrincipal({ grantee, actions: ["states:StopExecution"], resourceArns: [executions] });
    },
    grantAnswer: (grantee) =>
      void Grant.addToPrincipal({
        grantee,
        actions: ["states:SendTaskSuccess"],
        resourceArns: [`${prefix}*`],
      }),
  };
};

const arn = (stack: Stack, resource: string, resourceName: string): string =>
  Arn.format({ service: "states", resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME }, stack);
