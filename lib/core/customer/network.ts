import type { Refusal } from "#core/errors.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { day, epoch, hour, type Instant, plus } from "#core/time.ts";

/** Bookings made from one network address in the last hour; the address itself is nowhere, a digest names it. */
export interface NetworkBookings extends Key {
  readonly type: "network";
  readonly rev: number;
  readonly made: readonly Instant[];
}

export const networkKey = (pack: string, digest: string): Key => ({
  pk: `${pack}#network#${digest}`,
  sk: "bookings",
});

/** @param item as the table has it, or nothing yet. */
export const networkBookings = (item: Item | undefined, key: Key, now: Instant): NetworkBookings => {
  const { rev, made } = item === undefined ? { rev: 0, made: [] } : (item as unknown as NetworkBookings);
  return { ...key, type: "network", rev, made: made.filter((at) => plus(at, hour) > now) };
};

export const tooManyFrom = (bookings: NetworkBookings, perHour: number): Refusal<"too-many"> | undefined =>
  bookings.made.length < perHour
    ? undefined
    : {
        refused: "too-many",
        detail: "Many bookings came from your network within the hour; try again later.",
      };

export const countFrom = (bookings: NetworkBookings, now: Instant): Write => ({
  put: {
    ...bookings,
    rev: bookings.rev + 1,
    made: [...bookings.made, now],
    expiresAt: Math.floor(epoch(plus(now, day)) / 1000),
  },
  if: bookings.rev === 0 ? { exists: false } : { equals: { rev: bookings.rev } },
});
