import type { Instant } from "#core/time.ts";
import { type Incident, incidentView } from "./conduct.ts";
import type { Customer } from "./customer.ts";
import { restrictionInForce } from "./restriction.ts";

/** Who a customer is to the company, for staff: the account, how to write to them, and what was reported and judged. */
export const customerAccessView = (
  { rev, account, provenAt, profile, restrictions = [] }: Customer,
  incidents: readonly Incident[],
  now: Instant,
) => {
  const inForce = restrictionInForce({ restrictions }, now);
  return {
    rev,
    ...(account !== undefined && { account }),
    ...(profile !== undefined && { profile }),
    ...(provenAt !== undefined && { provenAt }),
    ...(inForce !== undefined && { restricted: inForce }),
    restrictions,
    conduct: incidents.map(incidentView),
  };
};
