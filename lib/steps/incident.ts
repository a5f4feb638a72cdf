import type { Ports } from "#adapters/ports.ts";
import { asIncident, type Incident, incidentKey } from "#core/customer/conduct.ts";

/** What was reported about a customer's conduct, strongly consistent. */
export const readIncident = async (ports: Ports, pack: string, id: string): Promise<Incident | undefined> => {
  const item = await ports.table.get(incidentKey(pack, id));
  return item && asIncident(item);
};
