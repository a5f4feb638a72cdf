import PostalMime, { type Email } from "postal-mime";
import { htmlText } from "#core/mail/html-text.ts";
import { limits } from "./mail-limits.ts";

type Chunk = Uint8Array | ArrayBuffer | string;
type TextPart = { readonly type: unknown; value: unknown };
/** Of one part, or of parts that say the same. */
type Texts = { plain?: TextPart[]; html?: TextPart[] };
/** Those of base64 and of quoted-printable hold back what does not fill a chunk. */
type Decoder = {
  chunks?: Chunk[];
  flushRemainder?: () => void;
  flushBuffer?: () => void;
  finalize?: () => Promise<ArrayBuffer>;
};
type Part = { readonly contentDecoder?: Decoder | null };

/**
 * What the library keeps while it reads: each line, and each unit of base64, as a buffer of its own, until the part ends and
 * all become one; and each part that is text, by its type.
 */
interface Reading {
  readonly currentNode?: Part;
  readonly isInlineTextNode?: (part: Part) => boolean;
  readonly textMap?: ReadonlyMap<unknown, Texts>;
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
  const joinedBefore = new WeakMap<Decoder, number>();
  reading.processLine = (line, isFinal) => {
    const part = reading.currentNode;
    const decoder = part?.contentDecoder;
    if (decoder) {
      const before = joinedBefore.get(decoder) ?? joinAtEnd(decoder);
      joinedBefore.set(
        decoder,
        joinedUpTo(decoder, before, () => reading.isInlineTextNode?.(part) === true),
      );
    }
    return processLine(line, isFinal);
  };
};

/**
 * The library joins what it kept through a `Blob`, which takes most of the time that it takes to read a mail of many lines. A
 * decoder that is not one of those known here is left to do so.
 */
const joinAtEnd = (decoder: Decoder): number => {
  const flush = decoder.flushRemainder ?? decoder.flushBuffer;
  const passesThrough = Object.keys(decoder).join() === "chunks";
  if (flush !== undefined || passesThrough)
    decoder.finalize = async () => {
      flush?.call(decoder);
      return joined(decoder.chunks ?? []).buffer;
    };
  return 0;
};

/** @returns how many of the decoder's chunks are joined ones. */
const joinedUpTo = (decoder: Decoder, before: number, isText: () => boolean): number => {
  if (!decoder.chunks || decoder.chunks.length - before <= mostChunks) return before;
  const kept = decoder.chunks.slice(0, before);
  const enough = isText() && sizeOf(kept) > mostText;
  if (!enough) kept.push(joined(decoder.chunks.slice(before)));
  decoder.chunks = kept;
  return kept.length;
};

const joined = (chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> => {
  const all = chunks.map(asBytes);
  const bytes = new Uint8Array(sizeOf(all));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const sizeOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((size, chunk) => size + (typeof chunk === "string" ? chunk.length : chunk.byteLength), 0);

const lineEnd = Buffer.from("\n");

const asBytes = (chunk: Chunk): Uint8Array => {
  if (chunk === "\n") return lineEnd;
  if (typeof chunk === "string") return Buffer.from(chunk);
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk);
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
