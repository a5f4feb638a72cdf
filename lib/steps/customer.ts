import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Customer } from "#core/customer/customer.ts";
import { entitlementsView } from "#core/customer/entitled.ts";
import { customerView } from "#core/customer/view.ts";
import type { Refusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readAccount } from "./access.ts";
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
  const view = customerView(policy, customer, { bookings, incidents, counted }, ports.now());
  return { ...view, ...(await entitlements(ports, policy, customer)) };
};

/** What the account has that they belong to by the word of staff, or of the company's own site. */
const entitlements = async (ports: Ports, policy: Policy, { account: id }: Customer) => {
  const account = id === undefined ? undefined : await readAccount(ports, policy.pack, id);
  if (account === undefined) return {};
  return { entitlements: entitlementsView(policy, account, ports.now()) };
};

const feesOf = ({ fees = {} }: Customer): string[] => Object.keys(fees);

const nobody: Refusal<"not-found"> = {
  refused: "not-found",
  detail: "Nobody with this address is known here.",
};
