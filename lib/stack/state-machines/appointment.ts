import { type Chain, type StateMachine, Succeed, Wait, WaitTime } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { AppointmentPlan, PlannedKind, PlannedPromise } from "#core/policy/plan.ts";
import type { Settings } from "../settings.ts";
import type { StepLambda } from "../step-lambda.ts";
import { type AttendanceSteps, attendanceLegs, attendanceSteps, untilItEnds } from "./attendance.ts";
import { leg } from "./leg.ts";
import { keptMachine } from "./machine.ts";

/*
 * One version of an appointment, from its confirmation to the session's end. With reminders 2 days and 1 hour before:
 *
 *   Confirm by e-mail ─────────────── fails ─▶ Tell staff: the confirmation failed ───────────────┐
 *     │◀──────────────────────────────────────────────────────────────────────────────────────────┘
 *   Wait until 2 days before
 *   E-mail reminder, 2 days before ── fails ─▶ Tell staff: E-mail reminder, 2 days before failed ─┐
 *     │◀──────────────────────────────────────────────────────────────────────────────────────────┘
 *   Wait until 1 hour before
 *   …
 *   Wait until the session ends
 *   Record attendance ─── staff answer, or time is up; fails ─▶ Tell staff: … ────────────────────┐
 *     │◀──────────────────────────────────────────────────────────────────────────────────────────┘
 *   Note the outcome                           closes as not recorded where there is none
 *   Ask for feedback                           after a session that the customer attended
 *   Appointment over                           every task ─ Superseded ─▶ Superseded by a newer version
 *
 * Where a policy asks nobody, `Note that the session has ended` stands in the place of the three.
 * Its input is `{ pack, code, version, due: { promise: instant }, end }`: ids and moments, nothing about a person.
 */

export interface AppointmentSteps {
  readonly send: Readonly<Record<PlannedKind, StepLambda>>;
  readonly endAppointment: StepLambda;
  readonly attendance: AttendanceSteps;
  readonly tellStaff: StepLambda;
}

/** Made once for all packs. */
export const appointmentSteps = (step: (name: string) => StepLambda): AppointmentSteps => ({
  send: { confirmation: step("send-confirmation"), reminder: step("send-reminder") },
  endAppointment: step("end-appointment"),
  attendance: attendanceSteps(step),
  tellStaff: step("tell-staff"),
});

/** The machine `kept-{pack}-appointment`: a wait and a task for each promise of the plan, in the order they fall due. */
export const appointmentMachine = (
  scope: Construct,
  settings: Settings,
  plan: AppointmentPlan,
  steps: AppointmentSteps,
): StateMachine => {
  const states = new Construct(scope, `${plan.pack}-appointment`);
  const superseded = new Succeed(states, "Superseded by a newer version", {
    comment: "A change made a new version, whose own execution keeps its promises",
  });
  const legs = [
    ...plan.promises.map((promise) => promiseLeg(states, promise, steps, superseded)),
    ...(plan.attendance === undefined
      ? [endLeg(states, steps, superseded)]
      : attendanceLegs(
          states,
          plan.attendance,
          { ...steps.attendance, tellStaff: steps.tellStaff },
          superseded,
        )),
  ];
  return keptMachine(states, settings, {
    name: `${plan.pack}-appointment`,
    comment: `What ${plan.company} promises around one appointment; each state names its clause`,
    start: legs.reduce((line, next) => line.next(next)).next(new Succeed(states, "Appointment over")),
  });
};

const promiseLeg = (
  states: Construct,
  promise: PlannedPromise,
  steps: AppointmentSteps,
  superseded: Succeed,
): Chain =>
  leg(states, {
    ...(promise.states.wait === undefined
      ? {}
      : { wait: until(states, promise.states.wait, `$.due['${promise.id}']`) }),
    task: { name: promise.states.send, step: steps.send[promise.kind] },
    tell: { name: promise.states.tell, step: steps.tellStaff },
    promise: promise.id,
    comment: source(promise),
    superseded,
  });

/** No promise of the policy: what is still open then is closed, and the appointment counts as over. */
const endLeg = (states: Construct, steps: AppointmentSteps, superseded: Succeed): Chain =>
  leg(states, {
    wait: untilItEnds(states),
    task: { name: "Note that the session has ended", step: steps.endAppointment },
    tell: { name: "Tell staff: the end was not noted", step: steps.tellStaff },
    promise: "end",
    comment: "ours: an appointment is over when its session ends",
    superseded,
  });

/** A moment that has passed goes on at once: whether to send then is for the step to say. */
const until = (states: Construct, name: string, path: string): Wait =>
  new Wait(states, name, { time: WaitTime.timestampPath(path) });

const source = ({ clause, ours }: PlannedPromise): string =>
  ours === undefined ? clause : `${clause}; ours: ${ours}`;
