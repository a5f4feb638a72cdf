import type { Ports } from "#adapters/ports.ts";
import { appointmentKey } from "#core/appointment/appointment.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import { startsVersion } from "#core/appointment/execution.ts";
import { asChange, type Change } from "#core/change.ts";
import { deliver } from "./deliver.ts";
import { payNow } from "./pay.ts";

/**
 * The first step of an appointment's execution: tells the customer, then carries out what the change that started it
 * owes besides, the host's mail say. Neither holds up the other; what fails of the second is left to the sweeper.
 * @throws what `deliver` throws.
 */
export const begin = async (ports: Ports, errand: Errand): Promise<void> => {
  try {
    await deliver(ports, errand);
  } finally {
    await payRest(ports, errand);
  }
};

const payRest = async (ports: Ports, { pack, code, version }: Errand): Promise<void> => {
  const { pk } = appointmentKey(pack, code);
  const changes = (await ports.table.list(pk, "change#", "change#~")).map(asChange);
  for (const change of changes)
    if (change.version === version && change.owed?.some(startsVersion)) await payNow(ports, started(change));
};

/** That its execution runs shows that it was started. */
const started = ({ owed = [], ...change }: Change): Change => ({
  ...change,
  owed: owed.filter((effect) => !startsVersion(effect)),
});
