import type { Ports } from "#adapters/ports.ts";
import {
  findHosts,
  type NoHost,
  type Offer,
  speakersFirst,
  type Wish,
} from "#core/appointment/availability.ts";
import type { HostItems } from "#core/appointment/cells.ts";
import { closedDays } from "#core/appointment/closed-days.ts";
import { evenly, weeksToRead } from "#core/appointment/evenly.ts";
import type { HostDays } from "#core/appointment/host-days.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { AppointmentPolicy, Host, Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";

/** What the company offers, with the holidays that this build knows. */
export const offerOf = (ports: Ports, policy: Policy, appointments: AppointmentPolicy): Offer => ({
  appointments,
  closed: closedDays(policy.holidays, ports.holidays),
});

/**
 * The hosts that offer what is wished for, in the order to be tried: speakers of the customer's language first, among
 * them whoever has the least to do in that week; or why there is none.
 */
export const hostsToTry = async (
  ports: Ports,
  policy: Policy,
  appointments: AppointmentPolicy,
  wish: Wish,
): Promise<readonly Host[] | Refusal<NoHost>> => {
  const hosts = findHosts(offerOf(ports, policy, appointments), wish, ports.now());
  if (isRefusal(hosts) || hosts.length === 1) return hosts;
  const occupied = await readHosts(ports, weeksToRead(policy.pack, hosts, wish.start));
  return speakersFirst(hosts, wish).flatMap((group) => evenly(policy.pack, group, wish.start, occupied));
};

/** By the key of each host, for whoever has to tell them apart. */
export const readHosts = async (ports: Ports, stretches: readonly HostDays[]): Promise<HostItems> => {
  const read = await readEach(ports, stretches);
  return new Map(stretches.map(({ pk }, place) => [pk, read[place] ?? []]));
};

export const readDays = async (ports: Ports, stretches: readonly HostDays[]): Promise<Item[]> =>
  (await readEach(ports, stretches)).flat();

const readEach = (ports: Ports, stretches: readonly HostDays[]): Promise<Item[][]> =>
  Promise.all(stretches.map(({ pk, from, to }) => ports.table.list(pk, from, to)));
