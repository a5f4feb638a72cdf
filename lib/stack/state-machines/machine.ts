import { CfnResource, Duration, Stack } from "aws-cdk-lib";
import { type ILogGroup, LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, type IChainable, LogLevel, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { countFailures } from "../figures.ts";
import { logGroup } from "../logs.ts";
import { keep, pin } from "../pin.ts";
import { named, type Settings, type Stage } from "../settings.ts";

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
  settings: Settings,
  { name, comment, start }: Machine,
): StateMachine => {
  const { stage } = settings;
  const stateMachineName = named(stage, `kept-${name}`);
  const destination = executionLog(scope, settings);
  const machine = new StateMachine(scope, "machine", {
    stateMachineName,
    comment,
    definitionBody: DefinitionBody.fromChainable(start),
    timeout: longest,
    tracingEnabled: true,
    removalPolicy: keep(stage),
    // Which state when, for longer than the execution's own history lasts; ids travel in it, and it is left out.
    logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
  });
  pin(machine, name, "Machine");
  keepRole(machine, stage);
  return machine;
};

/**
 * One log for the executions of all machines, each line with the execution's ARN: a group and a filter for each would be two
 * resources more for every kind of case. AWS gives groups under `/aws/vendedlogs/` a policy that does not grow.
 */
const executionLog = (scope: Construct, settings: Settings): ILogGroup => {
  const stack = Stack.of(scope);
  const made = stack.node.tryFindChild(executionLogId);
  if (made instanceof LogGroup) return made;
  const name = `/aws/vendedlogs/states/${named(settings.stage, "kept")}`;
  const group = logGroup(stack, executionLogId, name, settings);
  countFailures(group, settings.stage, group);
  return group;
};

const executionLogId = "execution-log";

/** A machine that stays without its role would fail every execution at its next step. */
const keepRole = ({ role }: StateMachine, stage: Stage): void => {
  for (const each of role.node.findAll())
    if (each instanceof CfnResource) each.applyRemovalPolicy(keep(stage));
};
