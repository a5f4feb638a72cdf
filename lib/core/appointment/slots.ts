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
  const hosts = hostsOf(query.appointments, type).filter(speaks(query.language));
  const slots = hosts.flatMap((host) => {
    const span = within(query, host, now, asked);
    return written(startsOf(query, type, host, span, taken(host.id)), type, host);
  });
  return hosts.length > 1 ? slots.sort(byStartThenHost) : slots;
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

/** Each free start once, in order, whatever openings overlap by mistake or by a change of the clocks. */
const startsOf = (
  { appointments, closed }: Offer,
  type: SessionType,
  host: Host,
  span: Span,
  taken: readonly Quarter[],
): Quarter[] => {
  if (span.end <= span.start) return [];
  const clock = wallClock(host.timeZone, span.start, span.end);
  const [firstDay, lastDay] = [clock.dayOf(span.start) - 1, clock.dayOf(span.end)];
  const [first, after] = [Math.ceil(span.start / quarter), Math.ceil(span.end / quarter)];
  const { length, step } = inQuarters(appointments, type);
  const isFree = freeBetween(first, after, taken, type);
  const starts: Quarter[] = [];
  for (const opening of openings(host, closed(host), clock, firstDay, lastDay))
    for (const start of startsWithin(opening, length, step))
      if (start >= first && start < after && isFree(start)) starts.push(start);
  return inOrder(starts);
};

const inOrder = (starts: Quarter[]): Quarter[] =>
  starts.every((start, at) => at === 0 || start > (starts[at - 1] as Quarter))
    ? starts
    : [...new Set(starts)].sort((one, other) => one - other);

/** Whether a session that starts then, `after` excluded, has each of its quarters and of its buffers to itself. */
const freeBetween = (
  first: Quarter,
  after: Quarter,
  taken: readonly Quarter[],
  { minutes, bufferMinutes = noBuffer }: SessionType,
): ((start: Quarter) => boolean) => {
  const [ahead, behind] = [bufferMinutes.before / 15, (minutes + bufferMinutes.after) / 15];
  const origin = first - ahead;
  /** One for each quarter; those outside of it are no session's. */
  const marks = new Uint8Array(after + behind - origin);
  for (const at of taken) marks[at - origin] = 1;
  return (start) => {
    const end = start + behind - origin;
    for (let at = start - ahead - origin; at < end; at += 1) if (marks[at] === 1) return false;
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
