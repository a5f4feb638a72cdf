import { type Appointment, type Customer as Person } from "#core/appointment/appointment.ts";
import { type BookingRequest, bookingChange } from "#core/appointment/book.ts";
import { cells, dayKey } from "#core/appointment/cells.ts";
import type { Held } from "#core/appointment/hold.ts";
import { voided } from "#core/appointment/promises.ts";
import { type Actor, recordChange } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { type Entry, type OfferMade, placeKey, type Waiting } from "./entry.ts";
import { type Offer, putOffer, settled } from "./offer.ts";

export type AnswerRefusal = Refusal<"changed-meanwhile" | "offer-taken" | "offer-over" | "not-waiting">;

/** Who still waits on the version that was seen, or why no button of theirs does anything. */
export const waitingAt = (entry: Entry, version: number): Waiting | AnswerRefusal => {
  if (entry.status === "left") return { refused: "not-waiting", detail: "You have left this waiting list." };
  if (entry.status === "booked") return notOpen("offer-taken", "You have taken this offer already.");
  if (entry.version !== version)
    return { refused: "changed-meanwhile", detail: "It has changed since you opened it; look at it again." };
  return entry;
};

/** What can be accepted at this moment: an offer that stands, to somebody who has not declined it. */
export const openOffer = (
  entry: Waiting,
  offer: Offer | undefined,
  now: Instant,
): OfferMade | AnswerRefusal => {
  if (entry.offer === undefined || offer === undefined)
    return notOpen("offer-over", "Nothing is offered to you at this moment; you still stand on the list.");
  if (offer.status === "taken")
    return notOpen("offer-taken", "Somebody else was faster; you still stand on the list.");
  if (offer.status === "over" || !offer.group.includes(entry.code) || now >= entry.offer.until)
    return notOpen("offer-over", "The time for this offer is over; you still stand on the list.");
  return entry.offer;
};

const notOpen = <Code extends "offer-taken" | "offer-over">(
  refused: Code,
  detail: string,
): Refusal<Code> => ({
  refused,
  detail,
});

/** The offer as a booking: the terms in force are accepted in that very press. */
export const bookingOf = (
  { sessionType, customer, language, timeZone }: Waiting,
  { host, start }: OfferMade,
  termsVersion: string,
): BookingRequest & { readonly host: string; readonly customer: Person } => ({
  sessionType,
  start,
  host,
  customer,
  language,
  timeZone,
  termsVersion,
});

/**
 * One transaction that makes the hold an appointment: of any number who press at once, the first has it. Refused when
 * the offer, the entry or the customer was written meanwhile.
 */
export const acceptWrites = (
  { offer, entry, theirs, appointment }: Accepted,
  made: OfferMade,
  now: Instant,
): { readonly writes: Write[]; readonly change: Item; readonly after: Entry } => {
  const { pack, code } = appointment;
  const change = bookingChange(appointment, now);
  const after: Entry = { ...answered(entry, now), status: "booked", offer: made, appointment: code };
  const taken = settled(offer, "taken");
  const writes: Write[] = [
    putOffer(taken),
    ...entryWrites(after, now, "customer", "accepted"),
    { delete: placeKey(entry), if: { exists: true } },
    { put: { ...appointment }, if: { exists: false } },
    ...theirs,
    change,
    recordChange(taken, now, { actor: "customer", action: "taken" }),
    ...handCells(offer.id, code, { ...offer, pack }),
  ];
  return { writes, change: change.put, after };
};

interface Accepted {
  readonly offer: Offer;
  readonly entry: Waiting;
  /** The customer with one booking more, and whatever stands with them. */
  readonly theirs: readonly Write[];
  readonly appointment: Appointment;
}

/** Not this one, or no more at all; what was offered is asked to pass on in any case, which it does if nobody else holds it. */
export const declineWrites = (
  entry: Waiting,
  { leave, actor }: { readonly leave: boolean; readonly actor: Actor },
  now: Instant,
): { readonly writes: Write[]; readonly change: Item; readonly after: Entry } => {
  const after: Entry = { ...answered(entry, now), status: leave ? "left" : "waiting" };
  const { offer } = entry;
  const owed = offer === undefined ? [] : [{ effect: "pass-on", offer: offer.id } as const];
  const change = recordChange(after, now, { actor, action: leave ? "left" : "declined", owed });
  const place: Write[] = leave ? [{ delete: placeKey(entry), if: { exists: true } }] : [];
  return { writes: [putEntry(after), change, ...place], change: change.put, after };
};

/** The entry without its offer: the mail about it, if it has not gone out, does not go out any more. */
const answered = ({ offer: _offer, ...entry }: Waiting, now: Instant) => ({
  ...entry,
  version: entry.version + 1,
  rev: entry.rev + 1,
  promises: voided(entry.promises, now),
});

const entryWrites = (after: Entry, now: Instant, actor: Actor, action: string): Write[] => [
  putEntry(after),
  recordChange(after, now, { actor, action }),
];

const putEntry = (after: Entry): Write => ({ put: { ...after }, if: { equals: { rev: after.rev - 1 } } });

/** Cells change hands without being free in between. */
const handCells = (
  from: string,
  to: string,
  { pack, host, start, end, held = { start, end } }: Held,
): Write[] =>
  cells(held.start, held.end).map(({ day, cells: names }) => ({
    update: dayKey(pack, host, day),
    set: Object.fromEntries(names.map((name) => [name, to])),
    if: { equals: Object.fromEntries(names.map((name) => [name, from])) },
  }));
