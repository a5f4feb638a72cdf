import { Duration } from "aws-cdk-lib";
import { Match, Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";

/** Five minutes is how late an owed effect may be whose Lambda died between its commit and carrying it out. */
export const sweeping = (scope: Construct, sweep: IFunction, deadLetterQueue: Queue): Rule =>
  new Rule(scope, "sweeping", {
    description: "Looks for whatever should have happened by now and did not",
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [new LambdaFunction(sweep, { maxEventAge: Duration.minutes(5), deadLetterQueue })],
  });

/** After the day's mails were stored, and long after the last attempt at one of them: three in the morning, UTC. */
export const countingMails = (scope: Construct, count: IFunction, deadLetterQueue: Queue): Rule =>
  new Rule(scope, "counting-mails", {
    description: "Asks of every mail of yesterday what became of it",
    schedule: Schedule.cron({ minute: "0", hour: "3" }),
    targets: [new LambdaFunction(count, { deadLetterQueue })],
  });

/** An execution that did not reach its end. One of our own stops looks the same here: the Lambda tells them apart. */
export const executionsEnding = (
  scope: Construct,
  machines: readonly StateMachine[],
  told: IFunction,
  deadLetterQueue: Queue,
): Rule =>
  new Rule(scope, "executions-ending", {
    description: "Tells which appointments and cases go on without an execution",
    eventPattern: {
      source: Match.exactString("aws.states"),
      detailType: Match.exactString("Step Functions Execution Status Change"),
      detail: {
        status: ["FAILED", "TIMED_OUT", "ABORTED"],
        stateMachineArn: machines.map(({ stateMachineArn }) => stateMachineArn),
      },
    },
    targets: [new LambdaFunction(told, { deadLetterQueue })],
  });
