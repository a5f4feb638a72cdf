import type { Elsewhere, Ports } from "#adapters/ports.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import type { Assembly } from "#local/assembly.ts";
import type { Invoke, Invoked } from "#local/ports.ts";
import { functionName } from "#local/template/account.ts";
import { awaitAttendance } from "#steps/await-attendance.ts";
import { begin } from "#steps/begin.ts";
import { awaitCase, type Waiting } from "#steps/case/await.ts";
import { sweepElsewhere } from "#steps/case/elsewhere-sweep.ts";
import { type Hub, nextStep } from "#steps/case/next-step.ts";
import { closeAttendance } from "#steps/close-attendance.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { askFeedback } from "#steps/follow-outcome.ts";
import { tellStaff } from "#steps/settle.ts";
import { sweep } from "#steps/sweep.ts";
// From the start: what is read late takes real time, in which others would act at the same virtual moment.
import "#steps/letters/of-others.ts";
import "#steps/letters/of-sessions.ts";
import { Mistake } from "../mistake.ts";

/** What is played is nobody's: no other company's system hears of it. */
const nobodyElsewhere: Elsewhere = { tell: async () => ({ outcome: "off" }) };

type Step = (ports: Ports, payload: Payload) => Promise<unknown>;

/** What the states of our machines pass; that they pass it is tested where the machines are. */
type Payload = Errand & Hub & Waiting & { readonly failure: string };

/** What each Lambda of the template comes to once its input is parsed: the same step, on these ports. */
const stepsBySource: Readonly<Record<string, Step>> = {
  "lambdas/send-confirmation.ts": begin,
  "lambdas/send-reminder.ts": deliver,
  "lambdas/end-appointment.ts": end,
  "lambdas/await-attendance.ts": awaitAttendance,
  "lambdas/note-outcome.ts": closeAttendance,
  "lambdas/ask-feedback.ts": askFeedback,
  "lambdas/tell-staff.ts": (ports, { failure, ...errand }) =>
    tellStaff(ports, errand, "step-failed", failure),
  "lambdas/next-step.ts": nextStep,
  "lambdas/await-case.ts": awaitCase,
  "lambdas/sweep.ts": (ports) => sweep(ports),
  // No mail comes into a simulation, so there is none to count.
  "lambdas/count-mail.ts": async () => undefined,
  "lambdas/tell-elsewhere.ts": (ports) => sweepElsewhere({ ...ports, elsewhere: nobodyElsewhere }),
};

/**
 * Calls steps in the place of the Lambdas that carry them. An error goes back by its name, as Lambda gives it.
 * @throws Mistake when a machine or a schedule of the template calls what this build cannot play.
 */
export const invokeSteps = (assembly: Assembly, ports: () => Ports): Invoke => {
  const steps = new Map(called(assembly).map(({ name, source }) => [name, stepOf(source)]));
  return async (reference, payload) => {
    const step = steps.get(functionName(reference));
    if (step === undefined) return failed(new Error(`nothing calls ${reference}`));
    try {
      return { ok: true, payload: (await step(ports(), payload as Payload)) ?? null };
    } catch (error) {
      return failed(error instanceof Error ? error : new Error(String(error)));
    }
  };
};

/** Found out before anything begins: in the middle of a story it would look like a step that fails. */
const called = ({ functions, machines, schedules }: Assembly): Assembly["functions"] =>
  functions.filter(
    ({ name }) =>
      machines.some(({ definition }) => definition.includes(`:function:${name}"`)) ||
      schedules.some(({ functionName: swept }) => swept === name),
  );

const stepOf = (source: string): Step => {
  const step = stepsBySource[source];
  if (step === undefined)
    throw new Mistake(`simulate cannot play ${source}: name its step in lib/cli/simulation/steps.ts`);
  return step;
};

const failed = ({ name, message }: Error): Invoked => ({
  ok: false,
  error: name,
  cause: JSON.stringify({ errorType: name, errorMessage: message, trace: [] }),
});
