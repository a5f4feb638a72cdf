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
  filled(piecesOf(text), values) ??
  formatOf(language, text)
    .formatToParts<Quoted | Link>({ ...values })
    .map((part) => part.value);

/** A text that only names its values, in turn what stands between them and a name; the same in every language. */
type Pieces = readonly string[];

/** No choice, no plural and no quoting: reading such a text as a format takes longer than all that is done with it. */
const onlyNames = /^[^{}'<]*(?:\{\w+\}[^{}'<]*)*$/;

const pieces = createCache<Pieces>(2_000);

/** None where the text asks for more than names. */
const piecesOf = (text: string): Pieces =>
  pieces(text, () => (onlyNames.test(text) ? text.split(/\{(\w+)\}/) : []));

/** @returns `undefined` where a name has no value: what reads formats says so. */
const filled = (said: Pieces, values: Readonly<Record<string, Value>>): Phrase | undefined => {
  if (said.length === 0) return undefined;
  const parts: Part[] = [];
  for (const [at, piece] of said.entries()) {
    const value = at % 2 === 0 ? piece : values[piece];
    if (value === undefined) return undefined;
    const part = typeof value === "number" ? String(value) : value;
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  }
  return parts;
};

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
