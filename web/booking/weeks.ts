import { daysAfter, type Moments } from "../link/moment.ts";
import type { Slot } from "./booking.ts";

/** Four weeks fit a telephone, and what the API answers of them is read at once. */
export const pageDays = 28;

/** The Monday of a date's week, both `2026-12-01`. */
export const mondayOf = (date: string): string =>
  daysAfter(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The dates of a page that begins with a Monday, week by week. */
export const weeksFrom = (first: string): readonly (readonly string[])[] =>
  [0, 1, 2, 3].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => daysAfter(first, week * 7 + day)));

/** A start that can be chosen, whoever receives the customer then. */
export interface Time {
  readonly start: string;
  readonly end: string;
}

/** By the visitor's date, each start once and in order: which of several hosts it will be, the booking decides. */
export const timesByDay = (
  slots: readonly Slot[],
  moments: Pick<Moments, "day">,
): ReadonlyMap<string, readonly Time[]> => {
  const starts = new Map(slots.map((slot) => [Date.parse(slot.start), slot]));
  const sorted = [...starts].sort(([a], [b]) => a - b).map(([, slot]) => slot);
  const days = new Map<string, Time[]>();
  for (const { start, end } of sorted) {
    const day = moments.day(start);
    days.set(day, [...(days.get(day) ?? []), { start, end }]);
  }
  return days;
};

/** With its zone where the day has the same wall time twice, in an autumn night. */
export const timeLabel = (
  { start }: Time,
  ofDay: readonly Time[],
  { time, zone }: Pick<Moments, "time" | "zone">,
): string => {
  const label = time(start);
  return ofDay.filter((other) => time(other.start) === label).length > 1
    ? `${label} (${zone(start)})`
    : label;
};

const shownNearest = 6;

/** The free times nearest to an instant, in the order of time. */
export const nearestTo = (wanted: string, times: readonly Time[]): readonly Time[] => {
  const distance = ({ start }: Time): number => Math.abs(Date.parse(start) - Date.parse(wanted));
  const close = times.toSorted((a, b) => distance(a) - distance(b)).slice(0, shownNearest);
  return close.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
};

/** The day that is a stop for the Tab key: where the keyboard was, as long as that page is shown. */
export const standingDate = (
  { first, day }: { readonly first: string; readonly day?: string | undefined },
  standing: string | undefined,
): string =>
  standing !== undefined && standing >= first && standing < daysAfter(first, pageDays)
    ? standing
    : (day ?? first);
