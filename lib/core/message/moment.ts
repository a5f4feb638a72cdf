import { createCache } from "#core/cache.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { epoch, type Instant } from "#core/time.ts";
import { locales } from "./phrase.ts";

/** A moment in the words of a language, in the reader's zone. */
interface Moment {
  /** Weekday, day, month and year. */
  readonly date: string;
  /** Weekday, day and month. */
  readonly day: string;
  /** On the 24-hour clock. */
  readonly time: string;
  /** City and short name, `Amsterdam, CET`: the name tells the two hours of an autumn night apart. */
  readonly zone: string;
}

/**
 * `timeZone` is an IANA name.
 * @throws RangeError when there is no such zone; the API lets none in.
 */
export const momentIn = (language: Language, at: Instant, timeZone: string): Moment =>
  moments(`${language} ${at} ${timeZone}`, () => {
    const say = (form: Form): string => format(language, timeZone, form).format(epoch(at));
    return { date: say("date"), day: say("day"), time: say("time"), zone: zoneIn(language, at, timeZone) };
  });

/** One message says the same moment several times, and the next about that session says it again. */
const moments = createCache<Moment>(5_000);

const day = { weekday: "long", day: "numeric", month: "long" } as const;

const forms = {
  date: { ...day, year: "numeric" },
  day,
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  zone: { timeZoneName: "short" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

type Form = keyof typeof forms;

/** Making one takes a hundred times as long as using it. */
const formats = createCache<Intl.DateTimeFormat>(500);

const format = (language: Language, timeZone: string, form: Form): Intl.DateTimeFormat =>
  formats(
    `${language} ${form} ${timeZone}`,
    () => new Intl.DateTimeFormat(locales[language], { timeZone, ...forms[form] }),
  );

const zoneIn = (language: Language, at: Instant, timeZone: string): string => {
  const short = format(language, timeZone, "zone")
    .formatToParts(epoch(at))
    .find((part) => part.type === "timeZoneName")?.value;
  return [city(timeZone), short ?? timeZone].filter((name) => name !== undefined).join(", ");
};

/** `Etc/GMT+5` is five hours behind, which its own name says the wrong way round: the short name alone is right. */
const city = (timeZone: string): string | undefined => {
  const [area, ...places] = timeZone.split("/");
  return area === "Etc" ? undefined : places.at(-1)?.replaceAll("_", " ");
};
