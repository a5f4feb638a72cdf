import { type CalendarDate, dayNumber } from "#core/calendar.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { day, type Milliseconds, minute } from "#core/time.ts";
import { wallClock } from "#core/wall-clock.ts";
import { findSessionType, hostsOf, type Offer, speaks } from "./availability.ts";
import { noBuffer } from "./buffers.ts";
import { type HostDays, hostDays } from "./host-days.ts";

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

/** One stretch of items for each host whose slots are asked for: all UTC days that a slot or its buffers can touch. */
export const daysToRead = (query: SlotQuery): HostDays[] | Refusal<"unknown-session-type"> => {
  const type = findSessionType(query.appointments, query.sessionType);
  if (isRefusal(type)) return type;
  const { start, end } = askedTime(query);
  const { before, after } = type.bufferMinutes ?? noBuffer;
  const daysOf = hostDays(query.pack, start - before * minute, end + (type.minutes + after) * minute);
  return hostsOf(query.appointments, type).filter(speaks(query.language)).map(daysOf);
};

/** Epoch milliseconds; `end` is excluded. */
interface Span {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

export const askedTime = ({ from, to, timeZone }: SlotQuery): Span => {
  const [first, after] = [dayNumber(from), dayNumber(to)];
  const clock = wallClock(timeZone, first * day, after * day);
  return { start: clock.epochOf(first, 0), end: clock.epochOf(after, 0) };
};
