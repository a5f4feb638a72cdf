import type { CasePolicy } from "#core/policy/cases.ts";

/**
 * The days of a company by a count of its own: nothing here is shared with what promises dates, so that the two can
 * disagree. Instants are milliseconds since 1970, dates are `2026-12-25` on the company's wall.
 */
export interface Days {
  dateOf(at: number): string;
  isOpenOn(date: string): boolean;
  /** In order; none on a closed day. */
  openingsOf(date: string): readonly { readonly from: number; readonly to: number }[];
}

const dayLength = 86_400_000;

export const nextDate = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * dayLength).toISOString().slice(0, 10);

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** @param closed dates on which nobody works, whatever the weekday. */
export const createDays = (
  timeZone: string,
  hours: CasePolicy["hours"],
  closed: ReadonlySet<string>,
): Days => {
  const wall = wallOf(timeZone);
  const known = new Map<string, Days["openingsOf"] extends (date: string) => infer Result ? Result : never>();
  const openingsOf: Days["openingsOf"] = (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const weekday = weekdays[new Date(`${date}T00:00Z`).getUTCDay()] ?? "sunday";
    const openings = closed.has(date)
      ? []
      : (hours[weekday] ?? []).map((span) => openingOf(wall, date, span));
    known.set(date, openings);
    return openings;
  };
  return { dateOf: wall.dateOf, openingsOf, isOpenOn: (date) => openingsOf(date).length > 0 };
};

/** `09:00-17:00` on that date. */
const openingOf = (wall: Wall, date: string, span: string) => {
  const [from = 0, to = 0] = span.split("-").map((time) => wall.at(date, time));
  return { from, to };
};

interface Wall {
  dateOf(at: number): string;
  at(date: string, time: string): number;
}

/** Asks the platform what a wall clock shows, and turns that round; no opening lies in the hour that a spring night lacks. */
const wallOf = (timeZone: string): Wall => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const shown = (at: number): string => format.format(at).replace(" ", "T");
  const ahead = (at: number): number => Date.parse(`${shown(at)}Z`) - Math.floor(at / 1000) * 1000;
  return {
    dateOf: (at) => shown(at).slice(0, 10),
    at: (date, time) => {
      const naive = Date.parse(`${date}T${time}Z`);
      return naive - ahead(naive - ahead(naive));
    },
  };
};
