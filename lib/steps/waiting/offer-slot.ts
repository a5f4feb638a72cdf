import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { findHosts } from "#core/appointment/availability.ts";
import { type BookingRules } from "#core/appointment/book.ts";
import { holdCells } from "#core/appointment/hold.ts";
import { asChange, type Change, type Effect } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { askWrites, firstOffer, freedSlot, heldUntil, putOffer } from "#core/waiting/offer.ts";
import { offerOf } from "../hosts.ts";
import { rulesFor } from "../rules.ts";
import { nextInLine } from "./next-in-line.ts";
import { readOffer } from "./read.ts";

export type Freeing = Extract<Effect, { effect: "offer-slot" }> & {
  readonly pack: string;
  /** Of the appointment that gave the slot back, and the version that did. */
  readonly code: string;
  readonly version: number;
};

/**
 * Keeps a slot that was freed for the first who wait for one like it, and asks them. It does nothing where nobody waits,
 * it is too late, the host offers that time no more, or somebody has just booked it. A second run finds the first one's
 * offer.
 * @returns the change, which owes the mails; `undefined` where nobody was asked.
 */
export const offerSlot = async (ports: Ports, freeing: Freeing): Promise<Change | undefined> => {
  const deployed = ports.policies.current(freeing.pack);
  const rules = deployed && rulesFor(deployed, freeing.sessionType);
  if (deployed === undefined || rules === undefined || isRefusal(rules)) return undefined;
  const until = answerableUntil(ports, deployed, rules, freeing);
  const slot = freedSlot(freeing, rules.sessionType);
  if (until === undefined || (await readOffer(ports, freeing.pack, slot.id)) !== undefined) return undefined;
  return holdAndAsk(ports, deployed, rules, slot, until);
};

/** `undefined` where nobody is asked: there is no list, it is too late, or the host offers that time no more. */
export const answerableUntil = (
  ports: Ports,
  { policy }: DeployedPolicy,
  { appointments }: BookingRules,
  {
    sessionType,
    start,
    host,
  }: { readonly sessionType: string; readonly start: Instant; readonly host: string },
): Instant | undefined => {
  const { waitingList, booking } = appointments;
  const hosts = findHosts(offerOf(ports, policy, appointments), { sessionType, start, host }, ports.now());
  if (waitingList === undefined || isRefusal(hosts)) return undefined;
  return heldUntil(waitingList, booking, start, ports.now());
};

/** Two stages at once, of other slots, may choose the same person: the second chooses anew. */
const rounds = 8;

const holdAndAsk = async (
  ports: Ports,
  deployed: DeployedPolicy,
  { appointments: { waitingList } }: BookingRules,
  slot: ReturnType<typeof freedSlot>,
  until: Instant,
): Promise<Change | undefined> => {
  if (waitingList === undefined) return undefined;
  for (let round = 0; round < rounds; round += 1) {
    const group = await nextInLine(ports, deployed, waitingList, { ...slot, asked: [] });
    if (group.length === 0) return undefined;
    const offer = firstOffer(slot, group, until);
    const { writes, change } = askWrites(offer, group, ports.now());
    const cells = holdCells(slot.id, slot);
    const result = await ports.table.commit([putOffer(offer), ...cells, ...writes]);
    if (result.committed) return asChange(change);
    // Offered by our own twin, or booked by somebody.
    if (result.refused.some((at) => at <= cells.length)) return undefined;
  }
  throw new Error(`others kept asking the same people as ${slot.id}`);
};
