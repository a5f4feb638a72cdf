import { limits } from "./mail-limits.ts";

type Chunk = Uint8Array | ArrayBuffer | string;
/** Those of base64 and of quoted-printable hold back what does not fill a chunk. */
type Decoder = {
  chunks?: Chunk[];
  flushRemainder?: () => void;
  flushBuffer?: () => void;
  finalize?: () => Promise<ArrayBuffer>;
};
type Part = { readonly contentDecoder?: Decoder | null };

/** What the library keeps while it reads: each line, and each unit of base64, as a buffer of its own until the part ends. */
export interface ReadInChunks {
  readonly currentNode?: Part;
  readonly isInlineTextNode?: (part: Part) => boolean;
  processLine?: (line: Uint8Array, isFinal: boolean) => Promise<void>;
}

/** A small buffer costs over a kilobyte: of a mail with 40 MB of short lines that was more than a gigabyte. */
const mostChunks = 2_000;
/** Bytes of one text, of which `limits.text` characters are looked at. */
const mostText = 6 * limits.text;

/** Makes the library join what it keeps: some of it while a part is read, all of it when it ends. */
export const joinAsItGrows = (reading: ReadInChunks): void => {
  const processLine = reading.processLine?.bind(reading);
  if (processLine === undefined) return;
  const joinedBefore = new WeakMap<Decoder, number>();
  reading.processLine = (line, isFinal) => {
    const part = reading.currentNode;
    const decoder = part?.contentDecoder;
    if (decoder) {
      const before = joinedBefore.get(decoder);
      if (before === undefined) joinAtEnd(decoder);
      const isText = () => reading.isInlineTextNode?.(part) === true;
      joinedBefore.set(decoder, joinedUpTo(decoder, before ?? 0, isText));
    }
    return processLine(line, isFinal);
  };
};

/**
 * The library joins what it kept through a `Blob`, which takes most of the time that it takes to read a mail of many lines. A
 * decoder that is not one of those known here is left to do so.
 */
const joinAtEnd = (decoder: Decoder): void => {
  const flush = decoder.flushRemainder ?? decoder.flushBuffer;
  const passesThrough = Object.keys(decoder).join() === "chunks";
  if (flush !== undefined || passesThrough)
    decoder.finalize = async () => {
      flush?.call(decoder);
      return joined(decoder.chunks ?? []).buffer;
    };
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
