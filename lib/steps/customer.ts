import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Customer } from "#core/customer/customer.ts";
import { customerView } from "#core/customer/view.ts";
import type { Refusal } from "#core/errors.ts";
import { readAppointment } from "./appointment.ts";
import { readCounting } from "./counted.ts";
import { readIncidents } from "./incident.ts";
import { readCustomerHead } from "./limits.ts";

/** Where the customer of an address stands now; looking writes nothing. */
export const lookAtCustomer = async (ports: Ports, { policy }: DeployedPolicy, email: string) => {
  const customer = await readCustomerHead(ports, policy.pack, email.toLowerCase());
  if (customer.rev === 0) return nobody;
  const codes = [...new Set([...customer.open, ...Object.keys(customer.noShows ?? {}), ...feesOf(customer)])];
  const heads = await Promise.all(codes.map((code) => readAppointment(ports, { pack: policy.pack, code })));
  const bookings = heads.flatMap((head) => head ?? []).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const incidents = await readIncidents(ports, policy.pack, customer);
  const { counted } = await readCounting(ports, policy, customer, {});
  return customerView(policy, customer, { bookings, incidents, counted }, ports.now());
};

const feesOf = ({ fees = {} }: Customer): string[] => Object.keys(fees);

const nobody: Refusal<"not-found"> = {
  refused: "not-found",
  detail: "Nobody with this address is known here.",
};
