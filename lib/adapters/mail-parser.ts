import PostalMime, { type Email } from "postal-mime";
import { limits } from "./mail-limits.ts";

type Chunk = Uint8Array | ArrayBuffer | string;
type TextPart = { value: unknown };
type Part = { readonly contentDecoder?: { chunks?: Chunk[] } | null };

/**
 * What the library keeps while it reads: each line, and each unit of base64, as a buffer of its own, and each part that is
 * text, by its type.
 */
interface Reading {
  readonly currentNode?: Part;
  readonly isInlineTextNode?: (part: Part) => boolean;
  readonly textMap?: ReadonlyMap<unknown, Readonly<Record<string, TextPart[]>>>;
  processLine?: (line: Uint8Array, isFinal: boolean) => Promise<void>;
  renderTextContent?: () => void;
}

/**
 * Parses a mail in memory that does not grow far beyond its size. That reaches into the library, whose version is pinned:
 * where it has changed, mails are read as before and only take more memory, which a test of the worst ones notices.
 * @throws what the library throws beyond its limits.
 */
export const parseMail = (raw: Uint8Array): Promise<Email> => {
  const parser = new PostalMime({
    maxHeadersSize: limits.headerBytes,
    maxNestingDepth: limits.nesting,
    // A mail within a mail is a file: read along, it would come past the limits that are counted before.
    forceRfc822Attachments: true,
  });
  joinAsItGrows(parser as unknown as Reading);
  shortenTexts(parser as unknown as Reading);
  return parser.parse(raw);
};

/** A small buffer costs over a kilobyte: of a mail with 40 MB of short lines that was more than a gigabyte. */
const mostChunks = 2_000;
/** Bytes of one text, of which `limits.text` characters are looked at. */
const mostText = 6 * limits.text;

const joinAsItGrows = (reading: Reading): void => {
  const processLine = reading.processLine?.bind(reading);
  if (processLine === undefined) return;
  const joinedBefore = new WeakMap<Part, number>();
  reading.processLine = (line, isFinal) => {
    const part = reading.currentNode;
    if (part !== undefined) joinedBefore.set(part, joinedUpTo(reading, part, joinedBefore.get(part) ?? 0));
    return processLine(line, isFinal);
  };
};

/** @returns how many of the part's chunks are joined ones. */
const joinedUpTo = (reading: Reading, part: Part, before: number): number => {
  const { contentDecoder: decoder } = part;
  if (!decoder?.chunks || decoder.chunks.length - before <= mostChunks) return before;
  const joined = decoder.chunks.slice(0, before);
  const enough = reading.isInlineTextNode?.(part) === true && sizeOf(joined) > mostText;
  if (!enough) joined.push(Buffer.concat(decoder.chunks.slice(before).map(asBytes)));
  decoder.chunks = joined;
  return joined.length;
};

const sizeOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((size, chunk) => size + (typeof chunk === "string" ? chunk.length : chunk.byteLength), 0);

const asBytes = (chunk: Chunk): Uint8Array => {
  if (typeof chunk === "string") return Buffer.from(chunk);
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk);
};

/** The library makes HTML of text and text of HTML, so that either is whole: of 40 MB it would not end. */
const shortenTexts = (reading: Reading): void => {
  const renderTextContent = reading.renderTextContent?.bind(reading);
  if (renderTextContent === undefined) return;
  reading.renderTextContent = () => {
    let left: number = limits.text;
    for (const part of Array.from(reading.textMap?.values() ?? []).flatMap((each) =>
      Object.values(each).flat(),
    )) {
      if (typeof part.value !== "string") continue;
      part.value = part.value.slice(0, left);
      left = Math.max(0, left - String(part.value).length);
    }
    renderTextContent();
  };
};
