import type { Language } from "./texts.ts";

/** English as in Europe: the day before the month, and the clock of 24 hours. */
const locales: Readonly<Record<Language, string>> = { de: "de-DE", en: "en-GB", es: "es-ES", nl: "nl-NL" };

/** How a reader in one zone says moments in one language. Instants are RFC 3339, dates `2026-12-01`. */
export interface Moments {
  /** Weekday, day, month and year. */
  date(instant: string): string;
  /** On the 24-hour clock. */
  time(instant: string): string;
  /** City and short name, `Amsterdam, CET`: the name tells the two hours of an autumn night apart. */
  zone(instant: string): string;
  /** The calendar date of an instant, `2026-12-01`. */
  day(instant: string): string;
  /** A length such as `PT24H` or `P2D`; as it was given where it is neither. */
  length(duration: string): string;
  /** Of a file, from bytes: in kilobytes of a thousand, or megabytes. */
  size(bytes: number): string;
}

/** @throws RangeError for a zone that the browser does not know. */
export const momentsIn = (language: Language, timeZone: string): Moments => {
  const format = (options: Intl.DateTimeFormatOptions, locale = locales[language]) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: string) => formatter.formatToParts(new Date(instant));
  };
  const zones = format({ timeZoneName: "short" });
  const zone = (instant: string) => zones(instant).find(({ type }) => type === "timeZoneName")?.value;
  return {
    date: joined(format({ weekday: "long", day: "numeric", month: "long", year: "numeric" })),
    time: joined(format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })),
    zone: (instant) => [cityOf(timeZone), zone(instant)].filter(Boolean).join(", "),
    day: joined(format({ year: "numeric", month: "2-digit", day: "2-digit" }, "sv-SE")),
    length: (duration) => lengthIn(locales[language], duration),
    size: (bytes) => sizeIn(locales[language], bytes),
  };
};

const joined =
  (parts: (instant: string) => Intl.DateTimeFormatPart[]) =>
  (instant: string): string =>
    parts(instant)
      .map(({ value }) => value)
      .join("");

/** `Etc/GMT+5` is five hours behind, which its own name says the wrong way round: the short name alone is right. */
const cityOf = (timeZone: string): string | undefined => {
  const [area, ...places] = timeZone.split("/");
  return area === "Etc" ? undefined : places.at(-1)?.replaceAll("_", " ");
};

const units = { D: "day", H: "hour", M: "minute" } as const;

const lengthIn = (locale: string, duration: string): string => {
  const [, count, letter] = /^PT?(\d+)([DHM])$/.exec(duration) ?? [];
  const unit = units[letter as keyof typeof units] as (typeof units)[keyof typeof units] | undefined;
  if (count === undefined || unit === undefined) return duration;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(Number(count));
};

const sizeIn = (locale: string, bytes: number): string => {
  const [count, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const short = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, short).format(count);
};

/** The date some days after another, both `2026-12-01`. Calendar dates have no zone, so UTC does. */
export const daysAfter = (date: string, days: number): string => {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};
