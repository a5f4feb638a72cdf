import type { Ports } from "#adapters/ports.ts";
import { asCustomer, type Customer, customerKey, customerNow, newCustomer } from "#core/customer/customer.ts";
import { countFrom, networkBookings, networkKey, tooManyFrom } from "#core/customer/network.ts";
import type { Refusal } from "#core/errors.ts";
import { readAppointment } from "./appointment.ts";
import { untilCommitted } from "./until-committed.ts";

/** The customer of an address as the table has them; a new one where it has none. */
export const readCustomerHead = async (ports: Ports, pack: string, email: string): Promise<Customer> => {
  const key = customerKey(pack, email);
  const item = await ports.table.get(key);
  return item === undefined ? newCustomer(key) : asCustomer(item);
};

/** The customer of an address as of now. Each session is asked itself, so a cancelled one counts no more. */
export const readCustomer = async (ports: Ports, pack: string, email: string): Promise<Customer> => {
  const customer = await readCustomerHead(ports, pack, email);
  const now = ports.now();
  const heads = await Promise.all(customer.open.map((code) => readAppointment(ports, { pack, code })));
  const stillToCome = heads.flatMap((head) =>
    head?.status === "booked" && head.end > now ? [head.code] : [],
  );
  return customerNow(customer, stillToCome, now);
};

/** Where a request came from: a digest of its network address, and how many bookings an hour may come from there. */
export interface Network {
  readonly digest: string;
}

const readNetwork = async (ports: Ports, pack: string, { digest }: Network) => {
  const key = networkKey(pack, digest);
  return networkBookings(await ports.table.get(key), key, ports.now());
};

/** Whether this network has booked too much already. Two at the same moment may both pass: it is a cap, not a slot. */
export const networkProblem = async (
  ports: Ports,
  pack: string,
  network: Network,
  perHour: number,
): Promise<Refusal<"too-many"> | undefined> => tooManyFrom(await readNetwork(ports, pack, network), perHour);

/** After a booking was made: attempts do not count. */
export const countNetwork = (ports: Ports, pack: string, network: Network): Promise<void> =>
  untilCommitted(ports, async () => [countFrom(await readNetwork(ports, pack, network), ports.now())]);
