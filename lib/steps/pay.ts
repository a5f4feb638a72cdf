import type { Ports } from "#adapters/ports.ts";
import { type Change, type Effect, paid } from "#core/change.ts";

/**
 * Carries out what a change owes, in order, then takes it off. Each effect may be carried out any number of times with
 * the same outcome, so a run that dies in between is simply repeated.
 */
export const pay = async (ports: Ports, change: Change): Promise<void> => {
  if (change.owed === undefined) return;
  for (const effect of change.owed) await carryOut(ports, effect);
  await ports.table.commit([paid(change)]);
};

/** At once after the commit. What fails here stays owed: the sweeper finds it, and the customer's answer is not held up. */
export const payNow = async (ports: Ports, change: Change): Promise<void> => {
  try {
    await pay(ports, change);
  } catch (error) {
    ports.log.error("still owed, left to the sweeper", {
      subject: change.pk,
      entry: change.sk,
      error: String(error),
    });
  }
};

const carryOut = (ports: Ports, effect: Effect): Promise<void> => {
  switch (effect.effect) {
    case "start-execution":
      return ports.executions.start(effect.machine, effect.name, effect.input);
    case "stop-execution":
      return ports.executions.stop(effect.machine, effect.name, effect.cause);
  }
};
