import type { Appointment } from "#core/appointment/appointment.ts";
import type { Refusal } from "#core/errors.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { day, type Instant, plus } from "#core/time.ts";
import type { Fee } from "./fees.ts";
import type { Restriction } from "./restriction.ts";
import type { NoShowRecord } from "./strikes.ts";

/**
 * What one address has done here: the one item whose `rev` guards every booking, so that no restriction, strike or other
 * booking can slip in between its being read and the booking's commit.
 */
export interface Customer extends Key {
  readonly type: "customer";
  readonly rev: number;
  /** Codes of sessions that may still be to come; each says itself whether it is. */
  readonly open: readonly string[];
  /** When bookings were made for this address, in the last day: never attempts. */
  readonly made: readonly Instant[];
  /** Codes of places on the waiting list; each says itself whether it still stands. */
  readonly waiting?: readonly string[];
  /** What judgements about conduct took; which of them is in force is computed, see `restriction.ts`. */
  readonly restrictions?: readonly Restriction[];
  /** Ids of what was reported about their conduct; most of it may have come to nothing. */
  readonly incidents?: readonly string[];
  /** The account that the address belongs to, as staff entered it or the company's own site signed it. */
  readonly account?: string;
  /** When the address proved to be theirs, first: only then can facts about it count against anybody. */
  readonly provenAt?: Instant;
  /** What is known of missed sessions, by the appointment's code; what follows from it is computed, see `consequence.ts`. */
  readonly noShows?: Readonly<Record<string, NoShowRecord>>;
  /** Under which account a session's facts are counted as well, by its code, where the policy counts accounts. */
  readonly countedWith?: Readonly<Record<string, string>>;
  /** What they have accepted to pay, by the code of the session that it is for. */
  readonly fees?: Readonly<Record<string, Fee>>;
  /** How to write to them: from their newest booking, or as staff entered it. */
  readonly profile?: Profile;
}

export interface Profile {
  readonly name: string;
  readonly language: Language;
  /** IANA zone in which they read times. */
  readonly timeZone: string;
}

export interface BookingLimits {
  /** Sessions of one address that are still to come. */
  readonly open: number;
  /** Bookings made for one address within 24 hours, whoever made them: a stranger's mailbox cannot be flooded. */
  readonly perAddressPerDay: number;
  /** Bookings made from one network address within an hour. */
  readonly perNetworkPerHour: number;
}

/** Where a policy sets none: ours, generous to a customer and useless for flooding anybody. */
export const usualLimits: BookingLimits = { open: 5, perAddressPerDay: 10, perNetworkPerHour: 30 };

/** One lower-cased address is one customer of a pack. */
export const customerKey = (pack: string, email: string): Key => ({
  pk: `${pack}#customer#${email}`,
  sk: "head",
});

export const newCustomer = (key: Key): Customer => ({ ...key, type: "customer", rev: 0, open: [], made: [] });

export const asCustomer = (item: Item): Customer => item as unknown as Customer;

/** @param stillToCome the codes of `customer.open` that are. */
export const customerNow = (customer: Customer, stillToCome: readonly string[], now: Instant): Customer => ({
  ...customer,
  open: stillToCome,
  made: customer.made.filter((at) => plus(at, day) > now),
});

/** @param customer as `customerNow` gives it. */
export const tooMany = (customer: Customer, limits: BookingLimits): Refusal<"too-many"> | undefined => {
  if (customer.open.length >= limits.open)
    return refusal(
      `${limits.open} sessions are booked for this address already; attend or cancel one first.`,
    );
  if (customer.made.length >= limits.perAddressPerDay)
    return refusal("Many bookings were made for this address today; try again tomorrow.");
  return undefined;
};

const refusal = (detail: string): Refusal<"too-many"> => ({ refused: "too-many", detail });

/** What a booking says of its customer: how to write to them, and what the company's own site has signed. */
export const knownBy = (
  customer: Customer,
  { customer: who, language, timeZone, signedBy, provenAt }: BookingFacts,
): Customer => ({
  ...customer,
  profile: { name: who.name, language, timeZone },
  ...(signedBy !== undefined && {
    provenAt: customer.provenAt ?? provenAt,
    ...(who.account !== undefined && { account: who.account }),
  }),
});

type BookingFacts = Pick<Appointment, "customer" | "language" | "timeZone" | "signedBy" | "provenAt">;

/** With one booking more, for the booking's own transaction. */
export const countedBooking = (customer: Customer, code: string, now: Instant): Customer => ({
  ...customer,
  open: [...customer.open, code],
  made: [...customer.made, now],
});

/** Writes the customer as it was read and changed; refused when anything was written meanwhile. */
export const putCustomer = (customer: Customer): Write => ({
  put: { ...customer, rev: customer.rev + 1 },
  if: customer.rev === 0 ? { exists: false } : { equals: { rev: customer.rev } },
});

/** Goes along with whatever was decided from the customer without writing them: refused when they are not that any more. */
export const customerUnchanged = ({ pk, sk, rev }: Customer): Write => ({
  check: { pk, sk },
  if: rev === 0 ? { exists: false } : { equals: { rev } },
});
