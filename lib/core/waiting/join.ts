import type { Customer as Person } from "#core/appointment/appointment.ts";
import { type CalendarDate, dayNumber } from "#core/calendar.ts";
import { recordChange } from "#core/change.ts";
import { type Customer, putCustomer } from "#core/customer/customer.ts";
import type { Refusal } from "#core/errors.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Write } from "#core/table.ts";
import { day, epoch, fromEpoch, type Instant, plus } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import { type Entry, entryKey, offeredLately, placeKey, stillWaits } from "./entry.ts";

/** What somebody waits for, after it was parsed. */
export interface JoinRequest {
  readonly sessionType: string;
  readonly from: CalendarDate;
  /** Excluded. */
  readonly to: CalendarDate;
  readonly customer: Person;
  readonly language: Language;
  readonly timeZone: string;
}

export const newEntry = (pack: string, code: string, request: JoinRequest, now: Instant): Entry => ({
  ...entryKey(pack, code),
  type: "waiting",
  pack,
  code,
  version: 1,
  rev: 1,
  status: "waiting",
  ...request,
  ...momentsOf(request),
  joinedAt: now,
  offered: [],
  promises: {},
});

const momentsOf = ({ from, to, timeZone }: JoinRequest): { opens: Instant; ends: Instant } => {
  const [first, after] = [dayNumber(from), dayNumber(to)];
  const clock = wallClock(timeZone, first * day, after * day);
  return { opens: fromEpoch(clock.epochOf(first, 0)), ends: fromEpoch(clock.epochOf(after, 0)) };
};

/** @param theirs all entries that the customer is known to have, whatever became of them. */
export const joinProblem = (
  entry: Entry,
  theirs: readonly Entry[],
  most: number,
  now: Instant,
): Refusal<"already-waiting" | "too-many" | "span-over"> | undefined => {
  if (now >= entry.ends) return { refused: "span-over", detail: "These days are over; name later ones." };
  const waiting = theirs.filter((each) => stillWaits(each, now));
  if (waiting.some((each) => sameWish(each, entry)))
    return {
      refused: "already-waiting",
      detail: "This address waits for that session in those days already.",
    };
  if (waiting.length >= most)
    return {
      refused: "too-many",
      detail: `This address stands on the waiting list ${most} times already; leave one place first.`,
    };
  return undefined;
};

const sameWish = (one: Entry, other: Entry): boolean =>
  one.sessionType === other.sessionType && one.opens === other.opens && one.ends === other.ends;

/** One transaction: the person's own list guards against a second join at the same moment. */
export const joinWrites = (
  entry: Entry,
  customer: Customer,
  theirs: readonly Entry[],
  now: Instant,
): readonly Write[] => {
  const known = theirs.filter((each) => stillWaits(each, now) || offeredLately(each, now).length > 0);
  const { code, opens, ends } = entry;
  const expiresAt = Math.floor(epoch(plus(ends, day)) / 1000);
  return [
    putCustomer({ ...customer, waiting: [...known.map((each) => each.code), code] }),
    { put: { ...entry }, if: { exists: false } },
    { put: { ...placeKey(entry), type: "place", code, opens, ends, expiresAt }, if: { exists: false } },
    recordChange(entry, now, { actor: "customer", action: "joined" }),
  ];
};
