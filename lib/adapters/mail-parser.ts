import PostalMime, { type Email } from "postal-mime";
import { htmlText } from "#core/mail/html-text.ts";
import { joinAsItGrows, type ReadInChunks } from "./mail-chunks.ts";
import { limits } from "./mail-limits.ts";

type TextPart = { readonly type: unknown; value: unknown };
/** Of one part, or of parts that say the same. */
type Texts = { plain?: TextPart[]; html?: TextPart[] };

/** What the library keeps of each part that is text, by its type. */
interface Reading {
  readonly textMap?: ReadonlyMap<unknown, Texts>;
  renderTextContent?: () => void;
}

/**
 * Parses a mail in memory that does not grow far beyond its size, and in a time that does not. That reaches into the library,
 * whose version is pinned: where it has changed, mails are read as before and only take more, which a test of the worst ones
 * notices.
 * @throws what the library throws beyond its limits.
 */
export const parseMail = (raw: Uint8Array): Promise<Email> => {
  const parser = new PostalMime({
    maxHeadersSize: limits.headerBytes,
    maxNestingDepth: limits.nesting,
    // A mail within a mail is a file: read along, it would come past the limits that are counted before.
    forceRfc822Attachments: true,
  });
  joinAsItGrows(parser as unknown as ReadInChunks);
  shortenTexts(parser as unknown as Reading);
  return parser.parse(raw);
};

/**
 * The library makes text of HTML, and HTML of text, so that either is whole: of 200 KB of tags that do not end it took 20
 * seconds. What is made here instead takes no longer than it is long.
 */
const shortenTexts = (reading: Reading): void => {
  const renderTextContent = reading.renderTextContent?.bind(reading);
  if (renderTextContent === undefined) return;
  reading.renderTextContent = () => {
    let left: number = limits.text;
    for (const texts of reading.textMap?.values() ?? []) {
      left = shortened([...(texts.plain ?? []), ...(texts.html ?? [])], left);
      texts.plain ??= (texts.html ?? []).map(({ type, value }) => ({ type, value: htmlText(String(value)) }));
      texts.html ??= [];
    }
    renderTextContent();
  };
};

/** @returns how many characters are left for the others. */
const shortened = (parts: readonly TextPart[], most: number): number => {
  let left = most;
  for (const part of parts) {
    const text = String(part.value).slice(0, left);
    part.value = text;
    left -= text.length;
  }
  return left;
};
