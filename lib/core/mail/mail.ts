import type { Instant } from "#core/time.ts";

/** What a check of the receiving service said; `GRAY` when it could not tell, `DISABLED` when it was not made. */
export type Verdict = "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";

export interface Verdicts {
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  readonly spam: Verdict;
  readonly virus: Verdict;
}

/**
 * A mail as the receiving service announced it. Envelope and verdicts come from there alone: whatever the mail says of
 * itself anybody can write.
 */
export interface Arrival {
  /** The receiving service's own name for it: the same however often it is announced, and where its raw form lies. */
  readonly id: string;
  readonly receivedAt: Instant;
  /** Of the envelope: who is told when it cannot be delivered; empty for a report of a mail server. */
  readonly sender: string;
  /** Of the envelope, lower-cased: the addresses of ours that it was brought to. */
  readonly recipients: readonly string[];
  readonly verdicts: Verdicts;
  /**
   * A server that the company named as one that hands its mail on, and that brought this one: the settings' own words for
   * it. What SPF and DMARC say then is about that server, and DKIM alone may still speak of who wrote it.
   */
  readonly forwardedBy?: string;
  /** `From`, `Subject` and `Message-ID` as announced, unproven, for the list of what is kept back. */
  readonly from?: string;
  readonly subject?: string;
  readonly messageId?: string;
}

export interface MailAddress {
  readonly name: string;
  /** Lower-cased. */
  readonly address: string;
}

/** A file that came with a mail. It is listed and kept, and never opened. */
export interface Attached {
  /** Safe to store and to show: no path, no control characters, at most 120 characters. */
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
}

/** A mail that could be read. All of it was written by whoever sent it. */
export interface ReadMail {
  /** Each field's name in lower case with its value decoded, in the order of the mail; a name may come again. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Without its angle brackets, as are all ids of messages. */
  readonly messageId?: string;
  /** Ids of the messages that it answers, the nearest last. */
  readonly references: readonly string[];
  readonly from?: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** As people read it: the plain part, else what the HTML part says. */
  readonly text: string;
  readonly attachments: readonly Attached[];
  /** Text of its `text/calendar` part, if it has one. */
  readonly calendar?: string;
  /** Text of its `message/delivery-status` part, if it has one. */
  readonly deliveryStatus?: string;
  /** Beginning of the mail that a report brings back, its header first; at most 16 000 characters. */
  readonly returned?: string;
}
