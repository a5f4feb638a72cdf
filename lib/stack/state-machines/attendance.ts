import { Duration } from "aws-cdk-lib";
import { type Chain, type Succeed, Wait, WaitTime } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { AttendancePolicy } from "#core/policy/shape.ts";
import { duration } from "#core/time.ts";
import type { StepLambda } from "../step-lambda.ts";
import { leg } from "./leg.ts";

/** One for each thing that happens once a session is over. */
export interface AttendanceSteps {
  readonly await: StepLambda;
  readonly note: StepLambda;
  readonly ask: StepLambda;
}

export const attendanceSteps = (step: (name: string) => StepLambda): AttendanceSteps => ({
  await: step("await-attendance"),
  note: step("note-outcome"),
  ask: step("ask-feedback"),
});

/** From the session's end to the request for feedback. The same in each machine: names are what people look for. */
export const attendanceLegs = (
  states: Construct,
  policy: AttendancePolicy,
  steps: AttendanceSteps & { readonly tellStaff: StepLambda },
  superseded: Succeed,
): Chain[] => {
  const { feedback } = policy;
  const legOf = (
    task: Parameters<typeof leg>[1]["task"],
    tell: string,
    promise: string,
    rule: Parameters<typeof comment>[0],
    wait?: Wait,
  ): Chain =>
    leg(states, {
      ...(wait !== undefined && { wait }),
      task,
      tell: { name: `Tell staff: ${tell}`, step: steps.tellStaff },
      promise,
      comment: comment(rule),
      superseded,
    });
  const record = {
    name: "Record attendance",
    step: steps.await,
    answeredWithin: Duration.millis(duration(policy.closesAfter)),
  };
  const note = { name: "Note the outcome", step: steps.note };
  const ask = { name: "Ask for feedback", step: steps.ask };
  return [
    legOf(record, "nobody was asked how it went", "attendance", policy, untilItEnds(states)),
    legOf(note, "the outcome was not noted", "outcome", policy),
    ...(feedback === undefined ? [] : [legOf(ask, "feedback was not asked for", "feedback", feedback)]),
  ];
};

export const untilItEnds = (states: Construct): Wait =>
  new Wait(states, "Wait until the session ends", { time: WaitTime.timestampPath("$.end") });

const comment = ({
  clause,
  ours,
}: {
  readonly clause: string;
  readonly ours?: string | undefined;
}): string => (ours === undefined ? clause : `${clause}; ours: ${ours}`);
