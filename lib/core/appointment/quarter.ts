import { type CalendarDate, type DayNumber, dateOf, twoDigits } from "#core/calendar.ts";
import { day, epoch, type Instant, minute } from "#core/time.ts";

/** Quarters of an hour since the epoch, UTC: what slots are counted in. */
export type Quarter = number;

export const quarter = 15 * minute;
export const quartersPerDay = day / quarter;

/** @throws RangeError when the instant does not lie on a quarter of an hour: the edge has checked before. */
export const quarterAt = (instant: Instant): Quarter => {
  const number = epoch(instant) / quarter;
  if (!Number.isInteger(number)) throw new RangeError(`${instant} is not on a quarter of an hour`);
  return number;
};

export const dayOfQuarter = (number: Quarter): DayNumber => Math.floor(number / quartersPerDay);

/** The place of a quarter in its UTC day, 0 to 95. */
export const placeInDay = (number: Quarter): number => number - dayOfQuarter(number) * quartersPerDay;

/** `["00","00"]`, `["00","15"]`, … for the 96 quarters of a day. */
export const hourAndMinute: readonly (readonly [string, string])[] = Array.from(
  { length: quartersPerDay },
  (_, place) => [twoDigits(Math.floor(place / 4)), twoDigits((place % 4) * 15)],
);

const timeTexts = hourAndMinute.map(([hours, minutes]) => `T${hours}:${minutes}:00.000Z`);

/** Writes quarters as instants. Keeps the text of the last day, for a list of slots is written day by day. */
export const quarterWriter = (): ((number: Quarter) => Instant) => {
  let writtenDay: DayNumber | undefined;
  let text = "" as CalendarDate;
  return (number) => {
    const today = dayOfQuarter(number);
    if (today !== writtenDay) {
      text = dateOf(today);
      writtenDay = today;
    }
    return `${text}${timeTexts[number - today * quartersPerDay]}` as Instant;
  };
};
