import { createCache } from "#core/cache.ts";
import { locales } from "#core/message/phrase.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { day, type Milliseconds } from "#core/time.ts";
import type { Closed } from "../work-calendar.ts";

/** Days in a row that are closed for one reason, as midnights in UTC; without a name they are a weekend. */
export interface Stretch {
  readonly first: Milliseconds;
  readonly last: Milliseconds;
  readonly name?: string;
}

/** Saturday and Sunday are one weekend, and two days of the same name one holiday. */
export const stretches = (
  days: readonly { readonly at: Milliseconds; readonly closed: Closed }[],
): Stretch[] =>
  days.reduce<Stretch[]>((all, { at, closed }) => {
    const name = closed === "weekday" ? undefined : closed.name;
    const before = all.at(-1);
    return before !== undefined && before.last + day === at && before.name === name
      ? [...all.slice(0, -1), { ...before, last: at }]
      : [...all, { first: at, last: at, ...(name !== undefined && { name }) }];
  }, []);

/** "Sat 14 – Sun 15 November 2026", "Fri 25 December 2026 (Eerste Kerstdag)". */
export const stretchInWords = (language: Language, { first, last, name }: Stretch): string => {
  const dates = format(language).formatRange(first, last);
  return name === undefined ? dates : `${dates} (${name})`;
};

const formats = createCache<Intl.DateTimeFormat>(10);

const format = (language: Language): Intl.DateTimeFormat =>
  formats(
    language,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        timeZone: "UTC",
        weekday: "short",
        day: "numeric",
        month: "long",
        year: "numeric",
      }),
  );
