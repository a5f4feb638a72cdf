import type { MilestonePolicy } from "#core/policy/cases.ts";
import { type Days, nextDate } from "./days.ts";

type Within = Exclude<MilestonePolicy["due"], "plan">["within"];

/** When a span that begins then is over, one day after the other. */
export const countFrom = (within: Within, from: number, days: Days): number => {
  if ("hours" in within) return from + lengthOf(within.hours);
  if ("workingHours" in within) return afterOpenTime(lengthOf(within.workingHours), from, days);
  if ("days" in within) return closingOf(firstOpen(nextDate(days.dateOf(from), within.days), days), days);
  if (within.workingDays === 0) return from;
  let date = days.dateOf(from);
  for (let count = within.workingDays; count > 0; count -= 1) date = firstOpen(nextDate(date), days);
  return closingOf(date, days);
};

/** When somebody is warned of a date: that much before it, or when the company opens on that working day before. */
export const countBack = (
  before: NonNullable<MilestonePolicy["warnBefore"]>,
  due: number,
  days: Days,
): number => {
  if ("hours" in before) return due - lengthOf(before.hours);
  let date = days.dateOf(due);
  for (let count = before.workingDays; count > 0; count -= 1) date = lastOpen(nextDate(date, -1), days);
  return days.openingsOf(date)[0]?.from ?? due;
};

/** Then, or when the company opens next: closing time itself is still open. */
export const whileOpen = (at: number, days: Days): number => {
  for (let date = days.dateOf(at); ; date = nextDate(date))
    for (const { from, to } of days.openingsOf(date)) if (at <= to) return Math.max(at, from);
};

/** A date that somebody names ends when the company closes on it, or on the last open day before. */
export const closingBy = (date: string, days: Days): number => closingOf(lastOpen(date, days), days);

const firstOpen = (date: string, days: Days): string =>
  days.isOpenOn(date) ? date : firstOpen(nextDate(date), days);

const lastOpen = (date: string, days: Days): string =>
  days.isOpenOn(date) ? date : lastOpen(nextDate(date, -1), days);

const closingOf = (date: string, days: Days): number => days.openingsOf(date).at(-1)?.to ?? Number.NaN;

const afterOpenTime = (length: number, from: number, days: Days): number => {
  let left = length;
  for (let date = days.dateOf(from); ; date = nextDate(date))
    for (const opening of days.openingsOf(date)) {
      const begin = Math.max(from, opening.from);
      if (begin >= opening.to) continue;
      if (opening.to - begin >= left) return begin + left;
      left -= opening.to - begin;
    }
};

/** `PT1H30M` in milliseconds. */
const lengthOf = (text: string): number => {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
};
