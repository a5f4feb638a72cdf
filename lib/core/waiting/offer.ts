import type { Appointment } from "#core/appointment/appointment.ts";
import { buffered } from "#core/appointment/buffers.ts";
import { type Held, moveCells } from "#core/appointment/hold.ts";
import { notifications } from "#core/appointment/promises.ts";
import { type Effect, recordChange } from "#core/change.ts";
import type { AppointmentPolicy, SessionType } from "#core/policy/shape.ts";
import { type Item, type Key, type Write, wake } from "#core/table.ts";
import { duration, earliest, type Instant, minute, plus } from "#core/time.ts";
import { offeredLately, type Waiting } from "./entry.ts";

export type WaitingPolicy = NonNullable<AppointmentPolicy["waitingList"]>;

/** A freed slot that is kept for those who wait, at `sk` "head". `version` is its stage: one group of people after another. */
export interface Offer extends Key, Held {
  readonly type: "offer";
  /** Of the change that freed the slot, so that one freeing makes one offer: what the host's cells hold meanwhile. */
  readonly id: string;
  readonly version: number;
  readonly rev: number;
  /** `over`: nobody took it, and it is an ordinary slot again. */
  readonly status: "held" | "taken" | "over";
  readonly sessionType: string;
  /** Everybody who was asked in any stage, by the codes of their entries; the last `groupSize` of them at most are asked now. */
  readonly asked: readonly string[];
  readonly group: readonly string[];
  /** When the present stage ends; exactly then it has. */
  readonly until: Instant;
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export const offerKey = (pack: string, id: string): Key => ({ pk: `${pack}#offer#${id}`, sk: "head" });

export const asOffer = (item: Item): Offer => item as unknown as Offer;

/** What was freed, as its offer would hold it. */
export type Freed = Held & Pick<Offer, "id" | "sessionType">;

/**
 * Until when a group that is asked now may answer: for as long as the policy holds a slot, and no longer than it can be
 * booked. Exactly at the cut-off is still in time.
 * @returns `undefined` when it is too late to ask anybody.
 */
export const heldUntil = (
  { hold, cutOff }: WaitingPolicy,
  { leadTime }: AppointmentPolicy["booking"],
  start: Instant,
  now: Instant,
): Instant | undefined => {
  if (now > plus(start, -duration(cutOff))) return undefined;
  const until = earliest([plus(now, duration(hold)), plus(start, -duration(leadTime))]);
  return until !== undefined && until > now ? until : undefined;
};

export const firstOffer = ({ id, ...freed }: Freed, group: readonly Waiting[], until: Instant): Offer => {
  const codes = group.map(({ code }) => code);
  const key = offerKey(freed.pack, id);
  return {
    ...freed,
    ...key,
    type: "offer",
    id,
    version: 1,
    rev: 1,
    status: "held",
    asked: codes,
    group: codes,
    until,
    ...wake(key, until),
  };
};

export const nextStage = (offer: Offer, group: readonly Waiting[], until: Instant): Offer => {
  const codes = group.map(({ code }) => code);
  return {
    ...offer,
    version: offer.version + 1,
    rev: offer.rev + 1,
    asked: [...offer.asked, ...codes],
    group: codes,
    until,
    ...wake(offer, until),
  };
};

/** Asks the group: their entries and the entry of the change, which owes each of them a mail. */
export const askWrites = (
  offer: Offer,
  group: readonly Waiting[],
  now: Instant,
): { readonly writes: Write[]; readonly change: Item } => {
  const asked = group.map((entry) => askedEntry(offer, entry, now));
  const owed = asked.map(({ code, version }): Effect => ({ effect: "deliver-offer", entry: code, version }));
  const change = recordChange(offer, now, { actor: "kept", action: "offered", owed });
  const entries = asked.map(
    (entry): Write => ({ put: { ...entry }, if: { equals: { rev: entry.rev - 1 } } }),
  );
  return { writes: [...entries, change], change: change.put };
};

const askedEntry = ({ id, host, start, end, until }: Offer, entry: Waiting, now: Instant): Waiting => {
  const { offer: mail } = notifications(["offer"], now);
  return {
    ...entry,
    version: entry.version + 1,
    rev: entry.rev + 1,
    offered: [...offeredLately(entry, now), now],
    offer: { id, host, start, end, until },
    // After that there is nothing to accept, so the mail would mislead.
    promises: mail === undefined ? {} : { offer: { ...mail, sendUntil: until } },
  };
};

export const putOffer = (offer: Offer): Write => ({
  put: { ...offer },
  if: offer.rev === 1 ? { exists: false } : { equals: { rev: offer.rev - 1 } },
});

/** Nobody is left to ask, or it is too late: an ordinary slot again. */
export const endOffer = (offer: Offer, now: Instant): Write[] => {
  const over = settled(offer, "over");
  return [
    putOffer(over),
    recordChange(over, now, { actor: "kept", action: "offer-ended" }),
    ...moveCells(offer.id, offer, undefined),
  ];
};

/** The offer as it ends: nothing wakes it any more. */
export const settled = (
  { wakeShard: _shard, wakeAt: _at, ...offer }: Offer,
  status: "taken" | "over",
): Offer => ({ ...offer, rev: offer.rev + 1, status });

/**
 * A slot that an appointment's change gave back, for a session as long as the policy of the day makes one. Its id is that
 * of the change, so one freeing makes one offer however often it is told.
 */
export const freedSlot = (
  { pack, code, version, host, start }: FreedBy,
  sessionType: Pick<SessionType, "id" | "minutes" | "bufferMinutes">,
): Freed => {
  const end = plus(start, sessionType.minutes * minute);
  const id = `${code}-${version}`;
  return { pack, id, sessionType: sessionType.id, host, start, end, ...buffered(start, end, sessionType) };
};

interface FreedBy extends Pick<Appointment, "pack" | "code" | "host" | "start"> {
  /** The version that gave it back. */
  readonly version: number;
}
