import { day } from "./time.ts";

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

export const dayNumber = (date: CalendarDate): DayNumber => Date.parse(`${date}T00:00:00Z`) / day;

/** @throws RangeError when the day lies outside the years that four digits can write. */
export const dateOf = (number: DayNumber): CalendarDate =>
  new Date(number * day).toISOString().slice(0, 10) as CalendarDate;

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

export const weekdayOf = (number: DayNumber): Weekday => weekdays[(((number + 3) % 7) + 7) % 7] as Weekday;
