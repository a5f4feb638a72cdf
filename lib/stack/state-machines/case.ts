import { Duration } from "aws-cdk-lib";
import {
  Choice,
  Condition,
  IntegrationPattern,
  JsonPath,
  type StateMachine,
  Succeed,
  TaskInput,
  Timeout,
  Wait,
  WaitTime,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { Construct } from "constructs";
import type { CasePlan, PlannedMilestone } from "#core/policy/case-plan.ts";
import { retries } from "../retries.ts";
import type { Settings } from "../settings.ts";
import { type StepLambda, stepTimeout } from "../step-lambda.ts";
import { keptMachine } from "./machine.ts";

/*
 * One case, from its registration until nothing is owed any more. With two milestones:
 *
 *   What comes next? ◀───────────────────────────────────────────────────────────┐
 *     │                                                                          │
 *   Which milestone is in front? ─▶ Acknowledge within 7 working days ───────────┤ staff act, or a moment comes
 *     │                          ─▶ Resolve within 30 working days ──────────────┤
 *     │                          ─▶ Wait until something is due ─────────────────┤
 *     └─▶ Nothing is owed any more                                               │
 *   any other error ─▶ Wait five minutes ────────────────────────────────────────┘
 *   a later run ─▶ Superseded by a later run
 *
 * A wait is named after the milestone in front, and ends at the earliest moment of any: a warning, a deadline, a reminder.
 * Its input is `{ pack, code, run, next: { wakes } }`: ids and counts, nothing about a person.
 */

export interface CaseSteps {
  readonly next: StepLambda;
  readonly await: StepLambda;
}

/** Made once for all packs and kinds. */
export const caseSteps = (step: (name: string) => StepLambda): CaseSteps => ({
  next: step("next-step"),
  await: step("await-case"),
});

/** The machine `kept-{pack}-{kind}`: a hub, and a wait for each milestone of the plan. */
export const caseMachine = (
  scope: Construct,
  settings: Settings,
  { pack, company, kind, milestones }: CasePlan,
  steps: CaseSteps,
): StateMachine => {
  const name = `${pack}-${kind}`;
  const states = new Construct(scope, name);
  const hub = whatComesNext(states, steps.next);
  const later = new Wait(states, "Wait five minutes", {
    comment: "Whatever went wrong is tried again; the sweeper does meanwhile what is due",
    time: WaitTime.duration(Duration.minutes(5)),
  });
  later.next(hub);
  hub.addCatch(new Succeed(states, "Superseded by a later run"), {
    errors: ["Superseded"],
    resultPath: JsonPath.DISCARD,
  });
  hub.addCatch(later, anyError);
  const wait = (each: Pick<PlannedMilestone, "name" | "clause" | "ours">) =>
    waitFor(states, steps.await, each, { hub, later });
  const over = Condition.stringEquals("$.next.front", "over");
  const choice = new Choice(states, "Which milestone is in front?");
  choice.when(over, new Succeed(states, "Nothing is owed any more"));
  for (const each of milestones) choice.when(Condition.stringEquals("$.next.front", each.id), wait(each));
  choice.otherwise(wait(untilSomethingIsDue));
  return keptMachine(states, settings, {
    name,
    comment: `What ${company} promises about one ${kind}; each wait names its milestone and clause`,
    start: hub.next(choice),
  });
};

const untilSomethingIsDue = {
  name: "Wait until something is due",
  clause: "Nothing with a name here is in front; the case says itself what comes",
};

const anyError = { errors: ["States.ALL"], resultPath: JsonPath.DISCARD };

/** Twice a Lambda's own: it ends itself first, so that no second run meets one that is still at it. */
const hubTimeout = Timeout.duration(Duration.seconds(2 * stepTimeout.toSeconds()));

/** Takes ids and counts from the answer, and nothing else that a Lambda may say. */
const whatComesNext = (states: Construct, lambdaFunction: StepLambda): LambdaInvoke => {
  const hub = new LambdaInvoke(states, "What comes next?", {
    lambdaFunction,
    comment: "Carries out what time has brought, and says what to wait for",
    payload: TaskInput.fromObject({ ...subject, wakes: JsonPath.numberAt("$.next.wakes") }),
    resultSelector: {
      front: JsonPath.stringAt("$.Payload.front"),
      seconds: JsonPath.numberAt("$.Payload.seconds"),
      beat: JsonPath.numberAt("$.Payload.beat"),
      wakes: JsonPath.numberAt("$.Payload.wakes"),
    },
    resultPath: "$.next",
    taskTimeout: hubTimeout,
    retryOnServiceExceptions: false,
  });
  for (const retry of retries) hub.addRetry(retry);
  return hub;
};

/** Not retried: its time would begin anew. The hub says how long is left. */
const waitFor = (
  states: Construct,
  lambdaFunction: StepLambda,
  { name, clause, ours }: Pick<PlannedMilestone, "name" | "clause" | "ours">,
  { hub, later }: { readonly hub: LambdaInvoke; readonly later: Wait },
): LambdaInvoke => {
  const wait = new LambdaInvoke(states, name, {
    lambdaFunction,
    comment: ours === undefined ? clause : `${clause}; ours: ${ours}`,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      ...subject,
      beat: JsonPath.numberAt("$.next.beat"),
      token: JsonPath.taskToken,
    }),
    resultPath: JsonPath.DISCARD,
    taskTimeout: Timeout.at("$.next.seconds"),
    retryOnServiceExceptions: false,
  });
  wait.addCatch(hub, { errors: ["States.Timeout"], resultPath: JsonPath.DISCARD });
  wait.addCatch(later, anyError);
  wait.next(hub);
  return wait;
};

const subject = {
  pack: JsonPath.stringAt("$.pack"),
  code: JsonPath.stringAt("$.code"),
  run: JsonPath.numberAt("$.run"),
};
