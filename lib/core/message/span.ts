import { createCache } from "#core/cache.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { day, hour, type Milliseconds, minute } from "#core/time.ts";
import { common } from "#messages/catalogue.ts";
import { asText, phrase } from "./phrase.ts";

interface Span {
  readonly unit: "day" | "hour" | "minute";
  readonly count: number;
}

/** How far off something is: 48 hours are 2 days, 24 hours stay 24 hours, an hour and a half is 90 minutes. */
export const howFar = (language: Language, length: Milliseconds): string =>
  length >= 2 * day && length % day === 0
    ? words(language, { unit: "day", count: length / day })
    : lengthOf(language, length);

/** A period that a rule counts in: never in days, for those have 23 or 25 hours twice a year. */
export const lengthOf = (language: Language, length: Milliseconds): string =>
  words(
    language,
    length > 0 && length % hour === 0
      ? { unit: "hour", count: length / hour }
      : { unit: "minute", count: Math.round(length / minute) },
  );

const words = (language: Language, span: Span): string =>
  said(`${language} ${span.unit} ${span.count}`, () =>
    asText(phrase(language, common[language].span, { ...span })),
  );

/** Policies name a few dozen lengths, and every message says one. */
const said = createCache<string>(500);
