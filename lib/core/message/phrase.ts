import { IntlMessageFormat } from "intl-messageformat";
import { createCache } from "#core/cache.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { cut, escapeHtml, isolate } from "./escape.ts";

/** The English is British: one order of day and month, and 24 hours, for readers all over the world. */
export const locales: Readonly<Record<Language, string>> = {
  nl: "nl-NL",
  es: "es-ES",
  de: "de-DE",
  en: "en-GB",
};

/** Something a person wrote: a name. */
interface Quoted {
  readonly quoted: string;
}

interface Link {
  readonly url: string;
  readonly label: string;
}

type Part = string | Quoted | Link;

/** A sentence with its values still apart from our own words, so that each form escapes once and as it needs. */
export type Phrase = readonly Part[];

export type Value = Part | number;

/** A name fills a few lines at most: nobody's greeting becomes a letter to a stranger. */
const longestName = 120;

export const quoted = (value: string): Quoted => ({ quoted: cut(value, longestName) });

/** @throws FormatError when the text names a field that is not there, which a test over the catalogue rules out. */
export const phrase = (
  language: Language,
  text: string,
  values: Readonly<Record<string, Value>> = {},
): Phrase =>
  formatOf(language, text)
    .formatToParts<Quoted | Link>({ ...values })
    .map((part) => part.value);

/** Texts are the catalogue's own, so there are some hundreds; reading one takes far longer than filling it in. */
const formatsIn = () => createCache<IntlMessageFormat>(1_000);

/** By language first: a text that stands in the catalogue is found faster than one that is put together to look for it. */
const formats: Readonly<Record<Language, ReturnType<typeof formatsIn>>> = {
  nl: formatsIn(),
  es: formatsIn(),
  de: formatsIn(),
  en: formatsIn(),
};

const formatOf = (language: Language, text: string): IntlMessageFormat =>
  formats[language](
    text,
    () => new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true }),
  );

export const asText = (said: Phrase): string =>
  said
    .map((part) => (typeof part === "string" ? part : "url" in part ? linkText(part) : isolate(part.quoted)))
    .join("");

const linkText = ({ url, label }: Link): string => (url.startsWith("mailto:") ? label : `${label} <${url}>`);

export const asHtml = (said: Phrase): string =>
  said
    .map((part) => (typeof part === "string" ? escapeHtml(part) : "url" in part ? anchor(part) : bdi(part)))
    .join("");

const anchor = ({ url, label }: Link): string =>
  `<a class="link" href="${escapeHtml(url)}" style="color:#0b57a4">${escapeHtml(label)}</a>`;

const bdi = ({ quoted: name }: Quoted): string => `<bdi>${escapeHtml(name)}</bdi>`;

/** For subjects and SMS: one line, each name cut to `limit` characters, no invisible marks. */
export const asLine = (said: Phrase, limit: number, mark?: string): string =>
  said
    .map((part) =>
      typeof part === "string" ? part : "url" in part ? part.label : cut(part.quoted, limit, mark),
    )
    .join("");
