import type { Instant } from "#core/time.ts";

/** What every message about a session may say. Names are as people wrote them: nothing is escaped or cut yet. */
export interface SessionFields {
  readonly customerName: string;
  readonly company: string;
  readonly sessionName: string;
  readonly hostName: string;
  readonly start: Instant;
  readonly end: Instant;
  /** IANA zone in which the customer reads times. */
  readonly timeZone: string;
  readonly code: string;
  readonly changeUrl: string;
  readonly cancelUrl: string;
  /** ISO 8601 in hours and minutes: until then a change has no consequence (`PT24H`, taxdome §3). */
  readonly notice: string;
  /** Where questions go; none where the company names no such mailbox. */
  readonly supportMailbox?: string | undefined;
}

export interface ConfirmationFields extends SessionFields {
  readonly terms: { readonly version: string; readonly url: string };
}

export interface ReminderFields extends SessionFields {
  /** ISO 8601 in hours and minutes: how long before the start this reminder goes out. */
  readonly before: string;
}
