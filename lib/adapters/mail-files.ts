import { createHash } from "node:crypto";
import type { Attachment } from "postal-mime";
import { safeFileName } from "#core/mail/file-name.ts";
import type { Attached } from "#core/mail/mail.ts";
import { visible, visibleLine } from "#core/mail/visible.ts";

/** How a file of a mail is listed: pictures within the text are files too. */
export const attached = (file: Attachment, position: number): Attached => {
  const bytes = bytesOf(file);
  return {
    name: safeFileName(file.filename ?? undefined, position),
    type: visibleLine(file.mimeType).slice(0, 100) || "application/octet-stream",
    size: bytes.length,
    digest: createHash("sha256").update(bytes).digest("hex"),
  };
};

export const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);

const longestPart = 256 * 1024;

/** The first part of one of these types, as text. */
export const textOfPart = (files: readonly Attachment[], types: readonly string[]): string | undefined => {
  const part = files.find(({ mimeType }) => types.includes(mimeType));
  return part && visible(new TextDecoder().decode(bytesOf(part).subarray(0, longestPart)));
};
