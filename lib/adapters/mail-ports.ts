import type { ReadMail } from "#core/mail/mail.ts";
import type { Instant } from "#core/time.ts";

export interface MailReader {
  /** Never throws for what a mail holds; `unreadable` says in one stable word why not. */
  read(raw: Uint8Array): Promise<ReadMail | { readonly unreadable: string }>;
}

export interface FileReader {
  /**
   * Bytes of one file of a mail, by its place in `ReadMail.attachments`; `undefined` where there is none. They are what a
   * stranger sent: to be kept and handed out, never opened.
   */
  attachmentOf(raw: Uint8Array, index: number): Promise<Uint8Array | undefined>;
}

/** Mails as they came over the wire, by the id of their arrival. They are kept for some days, and never changed. */
export interface RawMails {
  /** In days. */
  readonly keptDays: number;
  /** In bytes; `undefined` when there is none of that id. */
  size(id: string): Promise<number | undefined>;
  /** @throws when there is none of that id: it was announced, so it must be there. */
  read(id: string): Promise<Uint8Array>;
  /** Ids of those that were stored from `from` on and before `to`. Looks at all that are kept. */
  storedBetween(from: Instant, to: Instant): Promise<string[]>;
}
