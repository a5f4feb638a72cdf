import { Duration } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, type IChainable, LogLevel, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { keep, pin } from "../pin.ts";
import { named, type Stage } from "../settings.ts";

export interface Machine {
  /** `{pack}-appointment`. */
  readonly name: string;
  readonly comment: string;
  readonly start: IChainable;
}

/**
 * Step Functions ends any execution after a year, and a policy lets nobody book more than 300 days ahead: one that
 * still runs after 330 is a fault, and ends while there is time to look at it.
 */
const longest = Duration.days(330);

/** A standard machine under the contract's name, which stays when the stack goes, for executions may still run. */
export const keptMachine = (
  scope: Construct,
  stage: Stage,
  { name, comment, start }: Machine,
): StateMachine => {
  const stateMachineName = named(stage, `kept-${name}`);
  const machine = new StateMachine(scope, "machine", {
    stateMachineName,
    comment,
    definitionBody: DefinitionBody.fromChainable(start),
    timeout: longest,
    tracingEnabled: true,
    removalPolicy: keep(stage),
    logs: { destination: logs(scope, stage, stateMachineName), level: LogLevel.ERROR },
  });
  pin(machine, name, "Machine");
  return machine;
};

/** AWS gives groups under `/aws/vendedlogs/` a policy that does not grow with every machine. */
const logs = (scope: Construct, stage: Stage, name: string): LogGroup =>
  new LogGroup(scope, "logs", {
    logGroupName: `/aws/vendedlogs/states/${name}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: keep(stage),
  });
