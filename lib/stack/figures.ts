import { type IMetric, MathExpression, Metric, type MetricOptions, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { TaskKind } from "#core/task.ts";
import { period } from "./alarm.ts";
import { named, type Stage } from "./settings.ts";
import type { StepLambda } from "./step-lambda.ts";

const namespace = (stage: Stage): string => named(stage, "kept");

/** Counts what the Lambdas log when a task is opened, by the kind of task. */
export const countTasks = (scope: Construct, stage: Stage, lambdas: readonly StepLambda[]): void =>
  lambdas.forEach((each) => {
    new MetricFilter(scope, `${each.node.id}-tasks`, {
      logGroup: each.logGroup,
      filterPattern: FilterPattern.stringValue("$.message", "=", "needs a person"),
      metricNamespace: namespace(stage),
      metricName: "TasksOpened",
      metricValue: "1",
      dimensions: { what: "$.facts.what" },
    });
  });

/** Tasks that were opened in five minutes, of these kinds. */
export const tasksOpened = (stage: Stage, kinds: readonly TaskKind[], label: string): IMetric =>
  sum(
    kinds.map((what) => count({ namespace: namespace(stage), metricName: "TasksOpened" }, { what })),
    label,
  );

/** How far the oldest thing that a sweep found was overdue, in minutes. */
export const oldestOwed = (scope: Construct, stage: Stage, sweepLog: ILogGroup): IMetric => {
  const filter = new MetricFilter(scope, "oldest-owed", {
    logGroup: sweepLog,
    filterPattern: FilterPattern.stringValue("$.message", "=", "swept"),
    metricNamespace: namespace(stage),
    metricName: "OldestOwedMinutes",
    metricValue: "$.facts.oldestMinutes",
  });
  return filter.metric({ statistic: Stats.MAXIMUM, period, label: "oldest thing owed, minutes" });
};

/** Mails of yesterday that are neither a case, nor a reply, nor in quarantine. */
export const mailsUnaccounted = (scope: Construct, stage: Stage, countLog: ILogGroup): IMetric => {
  const filter = new MetricFilter(scope, "mails-counted", {
    logGroup: countLog,
    filterPattern: FilterPattern.stringValue("$.message", "=", "mails counted"),
    metricNamespace: namespace(stage),
    metricName: "MailsUnaccounted",
    metricValue: "$.facts.difference",
  });
  return filter.metric({ statistic: Stats.MAXIMUM, period, label: "mails that nothing became of" });
};

/**
 * Steps that failed by a fault: what a step throws by name, to be tried again, is no fault, and Lambda's own count of
 * errors cannot tell them apart. The last two are Lambda's words for a step that did not live to say anything.
 */
export const stepsFailed = (scope: Construct, stage: Stage, lambdas: readonly StepLambda[]): IMetric => {
  const metricName = "StepsFailed";
  const filterPattern = FilterPattern.anyTerm(
    "a step failed",
    "a message stays in the queue",
    "Task timed out",
    "Runtime.",
  );
  for (const { node, logGroup } of lambdas)
    new MetricFilter(scope, `${node.id}-failed`, {
      logGroup,
      filterPattern,
      metricNamespace: namespace(stage),
      metricName,
      metricValue: "1",
    });
  return count({ namespace: namespace(stage), metricName }, {}, { label: "steps that failed" });
};

/**
 * Counts executions that did not reach their end, by the machines' log: an alarm adds up ten metrics at most, and each
 * machine has one of its own for every way to fail.
 */
export const countFailures = (scope: Construct, stage: Stage, logGroup: ILogGroup): void =>
  void new MetricFilter(scope, "failed", {
    logGroup,
    filterPattern: FilterPattern.any(
      FilterPattern.stringValue("$.type", "=", "ExecutionFailed"),
      FilterPattern.stringValue("$.type", "=", "ExecutionTimedOut"),
    ),
    metricNamespace: namespace(stage),
    metricName: executionsFailedName,
    metricValue: "1",
  });

const executionsFailedName = "ExecutionsFailed";

/** Of all machines together. */
export const executionsFailed = (stage: Stage): IMetric =>
  count(
    { namespace: namespace(stage), metricName: executionsFailedName },
    {},
    { label: "executions that failed" },
  );

export const count = (
  metric: { readonly namespace: string; readonly metricName: string },
  dimensionsMap: Record<string, string> = {},
  more: MetricOptions = {},
): Metric => new Metric({ ...metric, dimensionsMap, statistic: Stats.SUM, period, ...more });

/** One that reported nothing counts as none. @throws RangeError for no metrics, which CloudWatch cannot add up. */
export const sum = (metrics: readonly IMetric[], label: string): IMetric => {
  if (metrics.length === 0) throw new RangeError(`nothing to add up for "${label}"`);
  // Two sums in one graph must not give two metrics the same name.
  const names = metrics.map((_, at) => `${label.replaceAll(/\W/g, "_")}_${at}`);
  return new MathExpression({
    expression: names.map((name) => `FILL(${name}, 0)`).join(" + "),
    usingMetrics: Object.fromEntries(names.map((name, at) => [name, metrics[at] as IMetric])),
    label,
    period,
  });
};
