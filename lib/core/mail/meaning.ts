import type { ReadMail } from "./mail.ts";

/** What a mail is and wants, from its headers, form and words. Nothing acts by it alone. */
export interface Meaning {
  /** Written by a machine, in one word: what kind of machine. */
  readonly automatic?: string;
  /** One that we sent ourselves, and that came back as it was. */
  readonly own: boolean;
  readonly thanks: boolean;
  readonly wish?: "cancel" | "change";
  /** A calendar program said no in somebody's name. */
  readonly declined: boolean;
  /** Mails of ours, by their Message-IDs, that a server says it could not deliver. */
  readonly undelivered: readonly { readonly messageId: string; readonly reason: string }[];
  /** Without quotes and signature. */
  readonly displayed: string;
}

export const meaningOf = (mail: ReadMail): Meaning => ({
  own: false,
  thanks: false,
  declined: false,
  undelivered: [],
  displayed: mail.text.trim(),
});
