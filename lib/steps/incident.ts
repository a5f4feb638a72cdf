import type { Ports } from "#adapters/ports.ts";
import { asIncident, type Incident, incidentKey } from "#core/customer/conduct.ts";
import type { Customer } from "#core/customer/customer.ts";

/** What was reported about a customer's conduct, strongly consistent. */
export const readIncident = async (ports: Ports, pack: string, id: string): Promise<Incident | undefined> => {
  const item = await ports.table.get(incidentKey(pack, id));
  return item && asIncident(item);
};

/** All that was reported about one customer, as staff see it. */
export const readIncidents = async (
  ports: Ports,
  pack: string,
  { incidents = [] }: Customer,
): Promise<readonly Incident[]> => {
  const read = await Promise.all(incidents.map((id) => readIncident(ports, pack, id)));
  return read.filter((incident) => incident !== undefined);
};
