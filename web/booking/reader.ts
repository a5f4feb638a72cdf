import { type Moments, momentsIn } from "../link/moment.ts";
import type { Fee } from "./booking.ts";
import { type Language, languageOf, type Say, sayIn } from "./texts.ts";

/** Says things to one visitor, in their language and zone. Dates are `2026-12-01`, instants RFC 3339. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  readonly say: Say;
  readonly moments: Moments;
  /** A calendar date, with weekday and year. */
  date(date: string): string;
  /** Day and month, shortly: the head of a page of weeks. */
  shortDate(date: string): string;
  /** The month of a date, shortly. */
  month(date: string): string;
  /** Monday to Sunday: as they are written over a column, and as they are read out. */
  weekdays(): readonly { readonly short: string; readonly long: string }[];
  dateTime(instant: string): string;
  span(start: string, end: string): string;
  /** `PT24H` or `P12M`. */
  length(duration: string): string;
  money(fee: Fee): string;
}

export const readerIn = (wanted: readonly string[], timeZone: string): Reader => {
  const language = languageOf(...wanted);
  const say = sayIn(language);
  const moments = momentsIn(language, timeZone);
  const ofDates = momentsIn(language, "UTC");
  const locale = language === "en" ? "en-GB" : language;
  const utc = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (date: string) => formatter.format(new Date(`${date}T12:00:00Z`));
  };
  const [short, long] = [utc({ weekday: "short" }), utc({ weekday: "long" })];
  return {
    language,
    timeZone,
    say,
    moments,
    date: (date) => ofDates.date(`${date}T12:00:00Z`),
    shortDate: utc({ day: "numeric", month: "short" }),
    month: utc({ month: "short" }),
    weekdays: () => aWeek.map((date) => ({ short: short(date), long: long(date) })),
    dateTime: (instant) => say("dateTime", { date: moments.date(instant), time: moments.time(instant) }),
    span: (start, end) =>
      say("span", {
        date: moments.date(start),
        from: moments.time(start),
        to: moments.time(end),
        zone: moments.zone(start),
      }),
    length: (duration) => months(locale, duration) ?? moments.length(duration),
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount)),
  };
};

/** A Monday and what follows. */
const aWeek = [5, 6, 7, 8, 9, 10, 11].map((day) => `2026-01-${String(day).padStart(2, "0")}`);

const months = (locale: string, duration: string): string | undefined => {
  const [, count] = /^P(\d+)M$/.exec(duration) ?? [];
  return count === undefined
    ? undefined
    : new Intl.NumberFormat(locale, { style: "unit", unit: "month", unitDisplay: "long" }).format(
        Number(count),
      );
};
