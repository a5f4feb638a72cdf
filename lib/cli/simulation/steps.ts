import type { Ports } from "#adapters/ports.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import type { Assembly } from "#local/assembly.ts";
import type { Invoke } from "#local/ports.ts";
import { functionName } from "#local/template/account.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { tellStaff } from "#steps/settle.ts";
import { sweep } from "#steps/sweep.ts";
import { Mistake } from "../mistake.ts";

type Step = (ports: Ports, payload: Payload) => Promise<unknown>;

/** What the states of our machines pass; that they pass it is tested where the machines are. */
type Payload = Errand & { readonly failure: string };

/** What each Lambda of the template comes to once its input is parsed: the same step, on these ports. */
const stepsBySource: Readonly<Record<string, Step>> = {
  "lambdas/send-confirmation.ts": deliver,
  "lambdas/send-reminder.ts": deliver,
  "lambdas/end-appointment.ts": end,
  "lambdas/tell-staff.ts": (ports, { failure, ...errand }) =>
    tellStaff(ports, errand, "step-failed", failure),
  "lambdas/sweep.ts": (ports) => sweep(ports),
};

/**
 * Calls steps in the place of the Lambdas that carry them. An error goes back by its name, as Lambda gives it.
 * @throws Mistake when a function of the template is none that this build can play.
 */
export const invokeSteps = ({ functions }: Assembly, ports: () => Ports): Invoke => {
  const sources = new Map(functions.map(({ name, source }) => [name, source]));
  return async (reference, payload) => {
    const source = sources.get(functionName(reference)) ?? "";
    const step = stepsBySource[source];
    if (step === undefined) throw new Mistake(`simulate cannot play ${source || reference}`);
    try {
      return { ok: true, payload: (await step(ports(), payload as Payload)) ?? null };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return {
        ok: false,
        error: name,
        cause: JSON.stringify({ errorType: name, errorMessage: message, trace: [] }),
      };
    }
  };
};
