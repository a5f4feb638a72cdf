import { type CalendarDate, dateOf, dayNumber } from "#core/calendar.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { AppointmentPolicy, Host, SessionType } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import { day, type Instant, type Milliseconds } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import { findSessionType, hostsOf, inQuarters } from "./availability.ts";
import { bookableTime } from "./bookable.ts";
import { busyQuarters, dayKey } from "./cells.ts";
import { openings, startsWithin } from "./openings.ts";
import { type Quarter, quarter, quarterWriter } from "./quarter.ts";

/** A session that can be booked, with the one who gives it: `end` minus `start` is the session's length. */
export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  /** The host's id in the policy. */
  readonly host: string;
}

export interface SlotQuery {
  readonly pack: string;
  readonly appointments: AppointmentPolicy;
  /** Its id in the policy. */
  readonly sessionType: string;
  /** Slots that start on or after this date in `timeZone`. */
  readonly from: CalendarDate;
  /** Not on or after this one. */
  readonly to: CalendarDate;
  /** IANA zone of whoever asks, in which the two dates are meant. */
  readonly timeZone: string;
}

/**
 * What can be booked now, ordered by start and then host: within one opening of a host, on the grid that begins with
 * that opening, inside lead time and horizon, and with every quarter free in `occupied`, the items of `daysToRead`.
 * A slot may be gone by the time it is booked: the booking's write decides.
 * @throws RangeError when `timeZone` is no IANA time zone.
 */
export const openSlots = (
  query: SlotQuery,
  now: Instant,
  occupied: readonly Item[],
): Slot[] | Refusal<"unknown-session-type"> => {
  const type = findSessionType(query.appointments, query.sessionType);
  if (isRefusal(type)) return type;
  const asked = askedTime(query);
  return hostsOf(query.appointments, type)
    .flatMap((host) => {
      const taken = busyQuarters(query.pack, host.id, occupied);
      const starts = startsOf(query.appointments, type, host, within(query.appointments, host, now, asked));
      return written(starts.filter(freeIn(taken, type)), type, host);
    })
    .sort(byStartThenHost);
};

/** A host's items in the table, `sk` from `from` to `to`, both included: what `openSlots` needs to know. */
interface DaysToRead {
  readonly pk: string;
  readonly from: string;
  readonly to: string;
}

/** One stretch of items for each host of the session type: all UTC days that a slot of this query can touch. */
export const daysToRead = (query: SlotQuery): DaysToRead[] | Refusal<"unknown-session-type"> => {
  const type = findSessionType(query.appointments, query.sessionType);
  if (isRefusal(type)) return type;
  const { start, end } = askedTime(query);
  return hostsOf(query.appointments, type).map((host) => {
    const { pk, sk } = dayKey(query.pack, host.id, dateOf(Math.floor(start / day)));
    return { pk, from: sk, to: dayKey(query.pack, host.id, dateOf(Math.floor(end / day) + 1)).sk };
  });
};

/** Epoch milliseconds; `end` is excluded. */
interface Span {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

const askedTime = ({ from, to, timeZone }: SlotQuery): Span => {
  const [first, after] = [dayNumber(from), dayNumber(to)];
  const clock = wallClock(timeZone, first * day, after * day);
  return { start: clock.epochOf(first, 0), end: clock.epochOf(after, 0) };
};

const within = (policy: AppointmentPolicy, host: Host, now: Instant, asked: Span): Span => {
  const bookable = bookableTime(policy.booking, host, now);
  return { start: Math.max(asked.start, bookable.earliest), end: Math.min(asked.end, bookable.end) };
};

/** Each start once, in order, whatever openings overlap by mistake or by a change of the clocks. */
const startsOf = (policy: AppointmentPolicy, type: SessionType, host: Host, span: Span): Quarter[] => {
  if (span.end <= span.start) return [];
  const clock = wallClock(host.timeZone, span.start, span.end);
  const { length, step } = inQuarters(policy, type);
  const starts = openings(host, clock, clock.dayOf(span.start) - 1, clock.dayOf(span.end))
    .flatMap((opening) => startsWithin(opening, length, step))
    .filter((start) => start * quarter >= span.start && start * quarter < span.end);
  return [...new Set(starts)];
};

const freeIn =
  (taken: ReadonlySet<Quarter>, type: SessionType) =>
  (start: Quarter): boolean => {
    for (let at = start; at < start + type.minutes / 15; at += 1) if (taken.has(at)) return false;
    return true;
  };

const written = (starts: readonly Quarter[], type: SessionType, host: Host): Slot[] => {
  const [startText, endText] = [quarterWriter(), quarterWriter()];
  const length = type.minutes / 15;
  return starts.map((start) => ({ start: startText(start), end: endText(start + length), host: host.id }));
};

const byStartThenHost = (one: Slot, other: Slot): number => {
  if (one.start !== other.start) return one.start < other.start ? -1 : 1;
  return one.host < other.host ? -1 : 1;
};
