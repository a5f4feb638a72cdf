import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { named, type Stage } from "./settings.ts";

/** An alarm without these would be one that nobody acts on: they are what its mail says. */
export interface Story {
  /** What happened, in a sentence. */
  readonly happened: string;
  /** What it means for a customer. */
  readonly means: string;
  /** What to do first. */
  readonly first: string;
}

export interface Watched extends Story {
  /** Also the name of its section in `docs/runbook.md`. */
  readonly name: string;
  readonly metric: IMetric;
  /** It goes off at this value and beyond. */
  readonly atLeast?: number;
  /** Or below this one, and also when nothing is reported. */
  readonly below?: number;
  /** Periods of five minutes in a row. */
  readonly periods?: number;
}

export const period = Duration.minutes(5);

/** Told to whoever listens at the topic, when it goes off and when it is over. */
export const alarm = (scope: Construct, stage: Stage, topic: ITopic, watched: Watched): Alarm => {
  const { name, happened, means, first, metric, atLeast, below, periods = 1 } = watched;
  const made = new Alarm(scope, name, {
    alarmName: named(stage, `kept-${name}`),
    alarmDescription: `${happened} ${means} First: ${first} Then: docs/runbook.md#${name}`,
    metric,
    threshold: atLeast ?? below ?? 1,
    comparisonOperator:
      below === undefined
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: below === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
  });
  made.addAlarmAction(new SnsAction(topic));
  made.addOkAction(new SnsAction(topic));
  return made;
};
