import { Duration } from "aws-cdk-lib";
import {
  Chain,
  type INextable,
  IntegrationPattern,
  JsonPath,
  type Succeed,
  TaskInput,
  Timeout,
  type Wait,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import { retries, retriesWhileAsking } from "../retries.ts";
import { type StepLambda, stepTimeout } from "../step-lambda.ts";

interface Named {
  readonly name: string;
  readonly step: StepLambda;
}

/** A wait, a task, and what is told when the task fails for good; whatever happens, the next leg has its turn. */
export interface Leg {
  readonly wait?: Wait;
  /** `answeredWithin`: somebody outside ends it with its token; without an answer the next leg has its turn then. */
  readonly task: Named & { readonly answeredWithin?: Duration };
  readonly tell: Named;
  /** The promise's id, or `end`. */
  readonly promise: string;
  readonly comment: string;
  readonly superseded: Succeed;
}

/** Twice a Lambda's own: it ends itself first, so that no second run meets one that is still at it. */
const taskTimeout = Timeout.duration(Duration.seconds(2 * stepTimeout.toSeconds()));

/** One error in one promise must not hold up the others: a person is told, and the line goes on. */
export const leg = (states: Construct, { wait, task, tell, promise, comment, superseded }: Leg): Chain => {
  const attempt = step(states, task, comment, { promise }, task.answeredWithin);
  const report = step(states, tell, `A person takes over: ${comment}`, {
    promise,
    // The cause stays behind: it is the text of an exception, and nobody knows what is in one.
    failure: JsonPath.stringAt("$.failure.Error"),
  });
  for (const each of [attempt, report])
    each.addCatch(superseded, { errors: ["Superseded"], resultPath: JsonPath.DISCARD });
  const onwards = task.answeredWithin === undefined ? always : unlessSilent;
  const both = Chain.custom(attempt, [onwards(attempt, report), whateverHappens(report)], attempt);
  return wait === undefined ? both : wait.next(both);
};

const always = (attempt: LambdaInvoke, report: LambdaInvoke): INextable => {
  attempt.addCatch(report, failed);
  return attempt;
};

/** Silence is an answer too, and nobody's fault: its catch stands before the one of all other errors. */
const unlessSilent = (attempt: LambdaInvoke, report: LambdaInvoke): INextable => ({
  next: (next) => {
    attempt.addCatch(next, { errors: ["States.Timeout"], resultPath: JsonPath.DISCARD });
    attempt.addCatch(report, failed);
    return attempt.next(next);
  },
});

const failed = { errors: ["States.ALL"], resultPath: "$.failure" };

/** Where it goes when it is done, it goes when it fails: its retries are used up, and the next promise is due. */
const whateverHappens = (task: LambdaInvoke): INextable => ({
  next: (next) => {
    task.addCatch(next, { errors: ["States.ALL"], resultPath: JsonPath.DISCARD });
    return task.next(next);
  },
});

/** Passes ids alone, and passes on what came in: a Lambda's answer never travels in the execution. */
const step = (
  states: Construct,
  { name, step: lambdaFunction }: Named,
  comment: string,
  payload: Readonly<Record<string, string>>,
  answeredWithin?: Duration,
): LambdaInvoke => {
  const asks = answeredWithin !== undefined;
  const task = new LambdaInvoke(states, name, {
    lambdaFunction,
    comment,
    payload: TaskInput.fromObject({ ...subject, ...payload, ...(asks && { token: JsonPath.taskToken }) }),
    resultPath: JsonPath.DISCARD,
    taskTimeout: asks ? Timeout.duration(answeredWithin) : taskTimeout,
    retryOnServiceExceptions: false,
    ...(asks && { integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN }),
  });
  for (const retry of asks ? retriesWhileAsking : retries) task.addRetry(retry);
  return task;
};

const subject = {
  pack: JsonPath.stringAt("$.pack"),
  code: JsonPath.stringAt("$.code"),
  version: JsonPath.numberAt("$.version"),
};
