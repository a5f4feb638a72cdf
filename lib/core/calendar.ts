import { createCache } from "./cache.ts";

/** A day of the calendar in no zone, `2026-12-01`. One fixed form: `<` on the text is `<` on the calendar. */
export type CalendarDate = string & { readonly __calendarDate: true };

/** Days since 1 January 1970, so that a week later is plus seven whatever the clocks do meanwhile. */
export type DayNumber = number;

const written = /^\d{4}-\d\d-\d\d$/;

/** Reads `2026-12-01`; `undefined` for any other form and for a day that does not exist, such as 30 February. */
export const parseDate = (text: string): CalendarDate | undefined => {
  if (!written.test(text)) return undefined;
  const midnight = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
  return exists ? (text as CalendarDate) : undefined;
};

/** @throws RangeError when `text` is no date: for our own data, where that is a fault. */
export const calendarDate = (text: string): CalendarDate => {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a date such as 2026-12-01`);
  return parsed;
};

/** 1 March of the year 0, and the days of the 400 years after which the calendar repeats itself. */
const [firstMarch, daysOf400Years] = [-719_468, 146_097];

export const dayNumber = (date: CalendarDate): DayNumber => leadingDay(date);

/** Of the date with which a text begins, which an instant does too; for any other text the number means nothing. */
export const leadingDay = (text: string): DayNumber => {
  const month = numberAt(text, 5);
  const marchYear = numberAt(text, 0) * 100 + numberAt(text, 2) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysOfMonths = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return firstMarch + 365 * marchYear + leapDays + daysOfMonths + numberAt(text, 8) - 1;
};

const zero = "0".charCodeAt(0);

/** The two digits at that place of a text. */
export const numberAt = (text: string, place: number): number =>
  (text.charCodeAt(place) - zero) * 10 + text.charCodeAt(place + 1) - zero;

/** Thirty years of days that were written before: the same few are written over and over. */
const dates = createCache<CalendarDate, DayNumber>(11_000);

/** @throws RangeError when the day lies outside the years that four digits can write. */
export const dateOf = (number: DayNumber): CalendarDate => dates(number, write);

/**
 * Counted from a first of March, so that a leap day ends its year; by arithmetic, because a deadline writes every day that
 * it steps over, and the platform's own writing of dates took most of its time.
 */
const write = (number: DayNumber): CalendarDate => {
  const days = number - firstMarch;
  const period = Math.floor(days / daysOf400Years);
  const rest = days - period * daysOf400Years;
  const leapDays = Math.floor(rest / 1460) - Math.floor(rest / 36_524) + Math.floor(rest / 146_096);
  const marchYear = Math.floor((rest - leapDays) / 365);
  const dayOfYear = rest - (365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = period * 400 + marchYear + (month < 3 ? 1 : 0);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${number} has no year of four digits`);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as CalendarDate;
};

const digits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

/** @param number 0 to 99. */
export const twoDigits = (number: number): string => digits[number] as string;

/** From Monday on; 1 January 1970 was a Thursday. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayOf = (number: DayNumber): Weekday => weekdays[placeInWeek(number)] as Weekday;

/** 0 on a Monday, 6 on a Sunday. */
export const placeInWeek = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7;
