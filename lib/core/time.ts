import { createCache } from "./cache.ts";
import { dateOf, leadingDay, numberAt, twoDigits } from "./calendar.ts";

/**
 * A moment, as the table, the states and the API all write it: RFC 3339 in UTC with milliseconds
 * (`2026-12-01T09:00:00.000Z`). One fixed form, so that `<` on the text is `<` on time.
 */
export type Instant = string & { readonly __instant: true };

/** A length of exact time in milliseconds; calendar months and days are not exact, see `calendar.ts`. */
export type Milliseconds = number;

export const second: Milliseconds = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** @throws RangeError when the number is no date that can be written with a four-digit year. */
export const fromEpoch = (milliseconds: Milliseconds): Instant => {
  const whole = Math.trunc(milliseconds);
  const date = Math.floor(whole / day);
  return `${dateOf(date)}T${timeOfDay(whole - date * day)}Z` as Instant;
};

/** Most of our moments are full minutes: closings, openings, sessions. */
const timeOfDay = (milliseconds: Milliseconds): string => {
  const rest = milliseconds % minute;
  const minutes = (milliseconds - rest) / minute;
  const hours = Math.floor(minutes / 60);
  return `${twoDigits(hours)}:${twoDigits(minutes - hours * 60)}:${rest === 0 ? "00.000" : secondsText(rest)}`;
};

const secondsText = (milliseconds: Milliseconds): string => {
  const rest = milliseconds % second;
  return `${twoDigits((milliseconds - rest) / second)}.${String(rest).padStart(3, "0")}`;
};

const fixedLength = "2026-12-01T09:00:00.000Z".length;

export const epoch = (instant: Instant): Milliseconds =>
  instant.length === fixedLength
    ? leadingDay(instant) * day +
      numberAt(instant, 11) * hour +
      numberAt(instant, 14) * minute +
      numberAt(instant, 17) * second +
      (instant.charCodeAt(20) - zero) * 100 +
      numberAt(instant, 21)
    : Date.parse(instant);

const zero = "0".charCodeAt(0);

const rfc3339 = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):\d\d)$/;

/** An offset may carry the first and last days of four-digit years beyond them. */
const firstMoment = Date.parse("0000-01-01T00:00:00.000Z");
const lastMoment = Date.parse("9999-12-31T23:59:59.999Z");

/** Reads an RFC 3339 text with any offset; `undefined` when it is none, or names no real moment. */
export const parseInstant = (text: string): Instant | undefined => {
  if (!rfc3339.test(text) || !realDate(text)) return undefined;
  const milliseconds = Date.parse(text);
  return milliseconds >= firstMoment && milliseconds <= lastMoment ? fromEpoch(milliseconds) : undefined;
};

/** JavaScript takes 30 February for 2 March; a customer who wrote it made a mistake that we should name. */
const realDate = (text: string): boolean => {
  if (text.slice(8, 10) <= "28") return true;
  const date = text.slice(0, 10);
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
};

/** @throws RangeError when `text` is no RFC 3339 instant: for our own data, where that is a fault. */
export const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not an RFC 3339 instant`);
  return parsed;
};

export const plus = (from: Instant, length: Milliseconds): Instant => fromEpoch(epoch(from) + length);

/** From `from` until `to`, in milliseconds; negative when `to` comes first. */
export const until = (from: Instant, to: Instant): Milliseconds => epoch(to) - epoch(from);

export const earliest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (first, next) => (first === undefined || next < first ? next : first),
    undefined,
  );

const exactDuration = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;

/**
 * Reads an ISO 8601 duration in hours, minutes and seconds (`PT48H`, `PT1H30M`).
 * Days are refused: a day is 23 or 25 hours long twice a year, and the policy must say which it means.
 */
export const parseDuration = (text: string): Milliseconds | undefined => {
  const match = exactDuration.exec(text);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
  return (hours ?? 0) * hour + (minutes ?? 0) * minute + (seconds ?? 0) * second;
};

/** @throws RangeError when `text` is no exact ISO 8601 duration: for policies that were already checked. */
export const duration = (text: string): Milliseconds => durations(text, checkedDuration);

/** A policy names the same few over and over. */
const durations = createCache<Milliseconds>(1_000);

const checkedDuration = (text: string): Milliseconds => {
  const parsed = parseDuration(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a duration in hours, minutes or seconds`);
  return parsed;
};
