// As functions: what a cold start compiles of them is a third of what the classes are.
import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import * as zoned from "temporal-polyfill/fns/ZonedDateTime";
import { type Cache, createCache } from "./cache.ts";
import { type CalendarDate, type DayNumber, dateOf } from "./calendar.ts";
import { day, epoch, type Instant, type Milliseconds, minute } from "./time.ts";

/** The clock on the wall of one time zone, over a stretch of time. Instants are milliseconds since the epoch. */
export interface WallClock {
  /**
   * When the wall shows that minute of that day (1440 is the next midnight). A time that the clocks jump over moves on
   * by the jump, 02:30 to 03:30; one that they show twice is the first. Temporal and java.time call this "compatible".
   */
  epochOf(date: DayNumber, minuteOfDay: number): Milliseconds;
  /**
   * From the first moment at which the wall shows that minute of that day or a later one, to the last at which it still
   * shows one before `to`: all of a stretch that is shown twice, and of one that is jumped over what is left, if anything.
   */
  coverOf(
    date: DayNumber,
    from: number,
    to: number,
  ): { readonly start: Milliseconds; readonly end: Milliseconds };
  /** The date on the wall at that instant. */
  dayOf(epoch: Milliseconds): DayNumber;
}

/** From `from` on, the wall is ahead of UTC by `offset`, and times on it before `wallUntil` are read with that. */
interface Shift {
  readonly from: Milliseconds;
  readonly offset: Milliseconds;
  readonly wallUntil: Milliseconds;
}

/**
 * Right for every instant and date between `from` and `to`, both in epoch milliseconds, and two days around them.
 * The zone is asked once for each year or so; a lookup afterwards is arithmetic.
 * @throws RangeError when `timeZone` is no IANA time zone.
 */
export const wallClock = (timeZone: string, from: Milliseconds, to: Milliseconds): WallClock => {
  const shifts = shiftsBetween(timeZone, from - 3 * day, to + 3 * day);
  return {
    epochOf: (date, minuteOfDay) => toEpoch(shifts, date * day + minuteOfDay * minute),
    coverOf: (date, from, to) => ({
      start: firstFrom(shifts, date * day + from * minute),
      end: lastBefore(shifts, date * day + to * minute),
    }),
    dayOf: (epoch) => Math.floor((epoch + offsetAt(shifts, epoch)) / day),
  };
};

/** Asking a zone takes a hundred times as long as what is then asked of its clock, so it is asked for a year or so at once. */
const stretch = 365 * day;

type Stretches = Cache<readonly Shift[], number>;

/** Names of zones come from outside. By zone first: a name that a policy gives is found faster than a key made of it. */
const zones = createCache<Stretches>(500);

const shiftsBetween = (timeZone: string, from: Milliseconds, to: Milliseconds): readonly Shift[] => {
  const [first, last] = [Math.floor(from / stretch), Math.floor(to / stretch)];
  const stretches = zones(timeZone, newStretches);
  return stretches(first * longestLookup + last - first, () =>
    askedShifts(timeZone, first * stretch, (last + 1) * stretch),
  );
};

const newStretches = (): Stretches => createCache(1_000);

/** In stretches: more than there are in all years that four digits can write. */
const longestLookup = 20_000;

const askedShifts = (timeZone: string, from: Milliseconds, to: Milliseconds): Shift[] => {
  let at = toZonedDateTimeISO(fromEpochMilliseconds(from), timeZone);
  const changes = [at];
  for (;;) {
    const next = zoned.getTimeZoneTransition(at, "next");
    if (next === null || next.epochMilliseconds > to) return changes.map(shiftAt);
    changes.push(next);
    at = next;
  }
};

/**
 * A wall time read with the offset before a change falls before that change, or else it may fall after it with the
 * new offset too. If neither holds the clocks jumped over it, and the old offset gives the moment moved on.
 */
const shiftAt = (at: zoned.Record, place: number, changes: readonly zoned.Record[]): Shift => {
  const [offset, next] = [offsetOf(at), changes[place + 1]];
  const wallUntil =
    next === undefined ? Number.POSITIVE_INFINITY : next.epochMilliseconds + Math.max(offset, offsetOf(next));
  return { from: at.epochMilliseconds, offset, wallUntil };
};

const offsetOf = (at: zoned.Record): Milliseconds => zoned.offsetNanoseconds(at) / 1e6;

const toEpoch = (shifts: readonly Shift[], wall: Milliseconds): Milliseconds => {
  for (const { wallUntil, offset } of shifts) if (wall < wallUntil) return wall - offset;
  throw new RangeError("a zone without any offset");
};

/** A wall time that is jumped over begins with the jump. */
const firstFrom = (shifts: readonly Shift[], wall: Milliseconds): Milliseconds => {
  for (const [at, shift] of shifts.entries()) {
    const epoch = wall - shift.offset;
    if (epoch < endOf(shifts, at)) return Math.max(epoch, at === 0 ? epoch : shift.from);
  }
  throw new RangeError("a zone without any offset");
};

/** One that is shown twice ends with the second, and one that is jumped over with the jump. */
const lastBefore = (shifts: readonly Shift[], wall: Milliseconds): Milliseconds => {
  const at = shifts.findLastIndex((shift, place) => place === 0 || wall - shift.offset > shift.from);
  return Math.min(wall - (shifts[at]?.offset ?? 0), endOf(shifts, at));
};

const endOf = (shifts: readonly Shift[], at: number): Milliseconds =>
  shifts[at + 1]?.from ?? Number.POSITIVE_INFINITY;

const offsetAt = (shifts: readonly Shift[], epoch: Milliseconds): Milliseconds => {
  let offset = shifts[0]?.offset ?? 0;
  for (const shift of shifts) {
    if (shift.from > epoch) break;
    offset = shift.offset;
  }
  return offset;
};

/** The date on the wall of a zone at one instant. */
export const dateIn = (timeZone: string, at: Instant): CalendarDate => {
  const moment = epoch(at);
  return dateOf(wallClock(timeZone, moment, moment).dayOf(moment));
};
