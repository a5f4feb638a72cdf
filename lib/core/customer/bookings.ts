import type { Refusal } from "#core/errors.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { day, epoch, type Instant, plus } from "#core/time.ts";

/** What one address has booked, for the caps: bookings that were made, never attempts. */
export interface Bookings extends Key {
  readonly type: "bookings";
  readonly rev: number;
  /** Codes of sessions that may still be to come; each says itself whether it is. */
  readonly open: readonly string[];
  /** When bookings were made for this address, in the last day. */
  readonly made: readonly Instant[];
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
export const bookingsKey = (pack: string, email: string): Key => ({
  pk: `${pack}#customer#${email}`,
  sk: "bookings",
});

export const noBookings = (key: Key): Bookings => ({ ...key, type: "bookings", rev: 0, open: [], made: [] });

export const asBookings = (item: Item): Bookings => item as unknown as Bookings;

/** @param stillToCome the codes of `bookings.open` that are. */
export const bookingsNow = (bookings: Bookings, stillToCome: readonly string[], now: Instant): Bookings => ({
  ...bookings,
  open: stillToCome,
  made: bookings.made.filter((at) => plus(at, day) > now),
});

/** @param bookings as `bookingsNow` gives them. */
export const tooMany = (bookings: Bookings, limits: BookingLimits): Refusal<"too-many"> | undefined => {
  if (bookings.open.length >= limits.open)
    return refusal(
      `${limits.open} sessions are booked for this address already; attend or cancel one first.`,
    );
  if (bookings.made.length >= limits.perAddressPerDay)
    return refusal("Many bookings were made for this address today; try again tomorrow.");
  return undefined;
};

const refusal = (detail: string): Refusal<"too-many"> => ({ refused: "too-many", detail });

/** No session is booked further ahead than 300 days; after that nothing of this is needed. */
const keptFor = 400 * day;

/** Counts one booking more, in the booking's own transaction; refused when another one was counted meanwhile. */
export const countBooking = (bookings: Bookings, code: string, now: Instant): Write => ({
  put: {
    ...bookings,
    rev: bookings.rev + 1,
    open: [...bookings.open, code],
    made: [...bookings.made, now],
    expiresAt: Math.floor(epoch(plus(now, keptFor)) / 1000),
  },
  if: bookings.rev === 0 ? { exists: false } : { equals: { rev: bookings.rev } },
});
