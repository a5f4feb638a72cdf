import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Customer } from "#core/customer/customer.ts";
import { isRefusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { allPlaces, asPlace, lineKey, offeredLately, stillWaits, type Waiting } from "#core/waiting/entry.ts";
import type { WaitingPolicy } from "#core/waiting/offer.ts";
import { ifTheyPay, mayHave } from "./may-have.ts";
import { entriesOf, readEntry, readOffer } from "./read.ts";

interface Sought {
  readonly sessionType: string;
  readonly start: Instant;
  /** Entries that were asked about this slot already. */
  readonly asked: readonly string[];
}

/** The next who wait for a session like this one and may have it, in the order in which they joined: a group at most. */
export const nextInLine = async (
  ports: Ports,
  deployed: DeployedPolicy,
  rule: WaitingPolicy,
  { sessionType, start, asked }: Sought,
): Promise<readonly Waiting[]> => {
  const { pack } = deployed.policy;
  const items = await ports.table.list(lineKey(pack, sessionType), allPlaces.from, allPlaces.to);
  const fitting = items
    .map(asPlace)
    .filter(({ code, opens, ends }) => opens <= start && start < ends && !asked.includes(code));
  const people = new Set<string>();
  const group: Waiting[] = [];
  for (const { code } of fitting) {
    if (group.length === rule.groupSize) break;
    const entry = await readEntry(ports, { pack, code });
    if (entry === undefined || !stillWaits(entry, ports.now()) || people.has(entry.customer.email)) continue;
    if (!(await canBeAsked(ports, deployed, rule, entry, start))) continue;
    people.add(entry.customer.email);
    group.push(entry);
  }
  return group;
};

/** One offer at a time, no more than the policy allows a day, and only what they may have. */
const canBeAsked = async (
  ports: Ports,
  deployed: DeployedPolicy,
  { offersPerPersonPerDay }: WaitingPolicy,
  entry: Waiting,
  start: Instant,
): Promise<boolean> => {
  if (await hasOffer(ports, entry)) return false;
  const allowed = await mayHave(ports, deployed, entry, ifTheyPay(start));
  if (isRefusal(allowed)) return false;
  return (await offersToday(ports, entry.pack, allowed.customer)) < offersPerPersonPerDay;
};

/** Whether they may still answer another offer: one that somebody else took is none any more. */
const hasOffer = async (ports: Ports, { pack, offer }: Waiting): Promise<boolean> => {
  if (offer === undefined || offer.until <= ports.now()) return false;
  return (await readOffer(ports, pack, offer.id))?.status === "held";
};

/** Over all places of the person. Two stages at the same moment may both pass: it is a cap, not a slot. */
const offersToday = async (ports: Ports, pack: string, customer: Customer): Promise<number> => {
  const entries = await entriesOf(ports, pack, customer);
  return entries.reduce((sum, entry) => sum + offeredLately(entry, ports.now()).length, 0);
};
