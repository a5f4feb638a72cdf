import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { BookingRules } from "#core/appointment/book.ts";
import { asChange, type Change } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { askWrites, endOffer, nextStage, type Offer, putOffer } from "#core/waiting/offer.ts";
import { rulesFor } from "../rules.ts";
import { untilCommitted } from "../until-committed.ts";
import { nextInLine } from "./next-in-line.ts";
import { answerableUntil } from "./offer-slot.ts";
import { readEntry, readOffer } from "./read.ts";

/**
 * Passes an offer on when its time is over or nobody who was asked holds it any more: to the next group, or back among
 * the ordinary slots. Before that it does nothing, so it may be asked for at any moment, and twice.
 * @returns the change, which owes the mails to that group; `undefined` where nobody was asked.
 */
export const passOn = async (ports: Ports, pack: string, id: string): Promise<Change | undefined> => {
  let asked: Change | undefined;
  await untilCommitted(ports, async () => {
    asked = undefined;
    const offer = await readOffer(ports, pack, id);
    if (offer?.status !== "held" || (await standing(ports, offer))) return [];
    const next = await stageAfter(ports, offer);
    if (next === undefined) return endOffer(offer, ports.now());
    asked = asChange(next.change);
    return next.writes;
  });
  return asked;
};

/** Whether somebody may still answer. Exactly at its end nobody may. */
const standing = async (ports: Ports, { pack, id, group, until }: Offer): Promise<boolean> => {
  if (ports.now() >= until) return false;
  const entries = await Promise.all(group.map((code) => readEntry(ports, { pack, code })));
  return entries.some((entry) => entry?.status === "waiting" && entry.offer?.id === id);
};

const stageAfter = async (ports: Ports, offer: Offer): Promise<ReturnType<typeof askWrites> | undefined> => {
  const deployed = ports.policies.current(offer.pack);
  const rules = deployed && rulesFor(deployed, offer.sessionType);
  if (deployed === undefined || rules === undefined || isRefusal(rules)) return undefined;
  const until = answerableUntil(ports, deployed, rules, offer);
  return until && ask(ports, deployed, rules, offer, until);
};

const ask = async (
  ports: Ports,
  deployed: DeployedPolicy,
  { appointments: { waitingList } }: BookingRules,
  before: Offer,
  until: Instant,
): Promise<ReturnType<typeof askWrites> | undefined> => {
  const group = waitingList && (await nextInLine(ports, deployed, waitingList, before));
  if (group === undefined || group.length === 0) return undefined;
  const offer = nextStage(before, group, until);
  const { writes, change } = askWrites(offer, group, ports.now());
  return { writes: [putOffer(offer), ...writes], change };
};
