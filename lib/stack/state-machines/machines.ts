import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { planCases } from "#core/policy/case-plan.ts";
import { planAppointments } from "#core/policy/plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Settings } from "../settings.ts";
import { type AppointmentSteps, appointmentMachine } from "./appointment.ts";
import { type CaseSteps, caseMachine } from "./case.ts";

export interface Steps {
  readonly appointments: AppointmentSteps;
  readonly cases: CaseSteps;
}

/** Whatever the policies promise: a machine for each company's appointments, and one for each kind of its cases. */
export const machinesOf = (
  scope: Construct,
  settings: Settings,
  policies: readonly Policy[],
  { appointments, cases }: Steps,
): StateMachine[] =>
  policies.flatMap((policy) => {
    const plan = planAppointments(policy);
    return [
      ...(plan === undefined ? [] : [appointmentMachine(scope, settings, plan, appointments)]),
      ...planCases(policy).map((each) => caseMachine(scope, settings, each, cases)),
    ];
  });
