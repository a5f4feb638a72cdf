import type { Attachment, Email } from "postal-mime";
import { htmlText } from "#core/mail/html-text.ts";
import type { ReadMail } from "#core/mail/mail.ts";
import { visible, visibleLine } from "#core/mail/visible.ts";
import { attached, bytesOf, textOfPart } from "./mail-files.ts";
import { addressees, fieldsOf, idsAnswered, onlySender, ownId } from "./mail-header.ts";
import { beyondLimits, limits } from "./mail-limits.ts";
import { parseMail } from "./mail-parser.ts";
import type { FileReader, MailReader } from "./mail-ports.ts";

/**
 * Reads what came over the wire. Neither throws for what a mail holds. How long it takes is bounded by what is tried at all
 * (`limits`), not by a clock: the same mail is read or not read on every machine.
 */
export const createMailReader = (): MailReader & FileReader => ({
  read: async (raw) => {
    const mail = await parsed(raw);
    return "unreadable" in mail ? mail : withForwarded(readable(mail), mail.attachments);
  },
  attachmentOf: async (raw, index) => {
    const mail = await parsed(raw);
    const file = "unreadable" in mail ? undefined : mail.attachments[index];
    return file && bytesOf(file);
  },
});

const parsed = async (raw: Uint8Array): Promise<Email | { readonly unreadable: string }> => {
  const unreadable = beyondLimits(raw);
  if (unreadable !== undefined) return { unreadable };
  try {
    return await parseMail(raw);
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
};

/** Who forwards a mail as a file, and writes nothing, wants that read. */
const withForwarded = async (mail: ReadMail, files: readonly Attachment[]): Promise<ReadMail> => {
  const forwarded = files.find(({ mimeType }) => mimeType === "message/rfc822");
  if (mail.text.trim() !== "" || forwarded === undefined) return mail;
  const within = await parsed(bytesOf(forwarded));
  return "unreadable" in within ? mail : { ...mail, text: textOf(within) };
};

/** The library says by its words alone which limit it came to. */
const reasonOf = (error: unknown): string => {
  const words = error instanceof Error ? error.message : "";
  if (/nesting/i.test(words)) return "nested-too-deep";
  return /header/i.test(words) ? "header-too-large" : "broken";
};

const readable = (mail: Email): ReadMail => {
  const { headers, attachments } = mail;
  const messageId = ownId(mail.messageId);
  const from = onlySender(headers);
  return {
    headers: fieldsOf(headers),
    ...(messageId !== undefined && { messageId }),
    references: idsAnswered(mail),
    ...(from !== undefined && { from }),
    to: addressees(mail.to),
    cc: addressees(mail.cc),
    subject: visibleLine((mail.subject ?? "").slice(0, 2_000)),
    text: textOf(mail),
    attachments: attachments.map(attached),
    ...partsOf(attachments),
  };
};

/** A mail whose plain part is blank is one that only its HTML says. */
const textOf = ({ text = "", html = "" }: Email): string => {
  const plain = visible(text.slice(0, limits.text));
  return plain.trim() === "" ? visible(htmlText(html.slice(0, limits.text))) : plain;
};

const partsOf = (
  files: readonly Attachment[],
): Pick<ReadMail, "calendar" | "deliveryStatus" | "returned"> => {
  const calendar = textOfPart(files, ["text/calendar", "application/ics"]);
  const deliveryStatus = textOfPart(files, ["message/delivery-status", "message/global-delivery-status"]);
  const returned = textOfPart(files, ["message/rfc822", "text/rfc822-headers", "message/global-headers"]);
  return {
    ...(calendar !== undefined && { calendar }),
    ...(deliveryStatus !== undefined && { deliveryStatus }),
    ...(returned !== undefined && { returned: returned.slice(0, 16_000) }),
  };
};
