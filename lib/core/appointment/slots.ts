import { type CalendarDate, dayNumber } from "#core/calendar.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Host, SessionType } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Item } from "#core/table.ts";
import { day, type Instant, type Milliseconds, minute } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import { findSessionType, hostsOf, inQuarters, type Offer, speaks } from "./availability.ts";
import { bookableTime } from "./bookable.ts";
import { noBuffer } from "./buffers.ts";
import { busyQuarters } from "./cells.ts";
import { type HostDays, hostDays } from "./host-days.ts";
import { openings, startsWithin } from "./openings.ts";
import { type Quarter, quarter, quarterWriter } from "./quarter.ts";

/** A session that can be booked, with the one who gives it: `end` minus `start` is the session's length. */
export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  /** The host's id in the policy. */
  readonly host: string;
}

export interface SlotQuery extends Offer {
  readonly pack: string;
  /** Its id in the policy. */
  readonly sessionType: string;
  /** Slots that start on or after this date in `timeZone`. */
  readonly from: CalendarDate;
  /** Not on or after this one. */
  readonly to: CalendarDate;
  /** IANA zone of whoever asks, in which the two dates are meant. */
  readonly timeZone: string;
  /** Only with hosts who speak it; where none does, there are no slots. */
  readonly language?: Language | undefined;
}

/**
 * What can be booked now, ordered by start and then host: within one opening of a host, on the grid that begins with
 * that opening, inside lead time and horizon, and with every quarter of it and its buffers free in `occupied`, the items
 * of `daysToRead`.
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
  const taken = busyQuarters(query.pack, occupied);
  return hostsOf(query.appointments, type)
    .filter(speaks(query.language))
    .flatMap((host) => {
      const starts = startsOf(query, type, host, within(query, host, now, asked));
      return written(starts.filter(freeIn(taken(host.id), type)), type, host);
    })
    .sort(byStartThenHost);
};

/** One stretch of items for each host whose slots are asked for: all UTC days that a slot or its buffers can touch. */
export const daysToRead = (query: SlotQuery): HostDays[] | Refusal<"unknown-session-type"> => {
  const type = findSessionType(query.appointments, query.sessionType);
  if (isRefusal(type)) return type;
  const { start, end } = askedTime(query);
  const { before, after } = type.bufferMinutes ?? noBuffer;
  return hostsOf(query.appointments, type)
    .filter(speaks(query.language))
    .map((host) =>
      hostDays(query.pack, host.id, start - before * minute, end + (type.minutes + after) * minute),
    );
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

const within = ({ appointments }: Offer, host: Host, now: Instant, asked: Span): Span => {
  const bookable = bookableTime(appointments.booking, host, now);
  return { start: Math.max(asked.start, bookable.earliest), end: Math.min(asked.end, bookable.end) };
};

/** Each start once, in order, whatever openings overlap by mistake or by a change of the clocks. */
const startsOf = ({ appointments, closed }: Offer, type: SessionType, host: Host, span: Span): Quarter[] => {
  if (span.end <= span.start) return [];
  const clock = wallClock(host.timeZone, span.start, span.end);
  const { length, step } = inQuarters(appointments, type);
  const starts = openings(host, closed(host), clock, clock.dayOf(span.start) - 1, clock.dayOf(span.end))
    .flatMap((opening) => startsWithin(opening, length, step))
    .filter((start) => start * quarter >= span.start && start * quarter < span.end);
  return [...new Set(starts)];
};

const freeIn = (taken: ReadonlySet<Quarter>, { minutes, bufferMinutes = noBuffer }: SessionType) => {
  const [before, after] = [bufferMinutes.before / 15, (minutes + bufferMinutes.after) / 15];
  return (start: Quarter): boolean => {
    for (let at = start - before; at < start + after; at += 1) if (taken.has(at)) return false;
    return true;
  };
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
