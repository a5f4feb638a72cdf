import type { Instant } from "#core/time.ts";

/** What every message about a session may say. Names are as people wrote them: nothing is escaped or cut yet. */
export interface SessionFields {
  readonly customerName: string;
  readonly company: string;
  readonly sessionName: string;
  readonly hostName: string;
  readonly start: Instant;
  readonly end: Instant;
  /** IANA zone in which the reader reads times. */
  readonly timeZone: string;
  readonly code: string;
}

/** What every mail to the customer may say. */
export interface CustomerFields extends SessionFields {
  /** ISO 8601 in hours and minutes: until then a change has no consequence (`PT24H`, taxdome §3). */
  readonly notice: string;
  /** Where questions go; none where the company names no such mailbox. */
  readonly supportMailbox?: string | undefined;
}

/** A session that stands: the customer can still change or cancel it. */
export interface StandingFields extends CustomerFields {
  readonly changeUrl: string;
  readonly cancelUrl: string;
}

/** The terms that were accepted when the session was booked. */
export interface TermsFields {
  readonly terms: { readonly version: string; readonly url: string };
}

export interface ConfirmationFields extends StandingFields, TermsFields {}

export interface ReminderFields extends StandingFields {
  /** ISO 8601 in hours and minutes: how long before the start this reminder goes out. */
  readonly before: string;
}

/** How a change or a cancellation came about: only the customer's own, when it is late, counts as a no-show (taxdome §3). */
export type Cause = "in-time" | "late" | "company";

/** The time and the host that a change replaced. */
interface Replaced {
  readonly start: Instant;
  readonly hostName: string;
}

export interface ChangedFields extends StandingFields, TermsFields {
  readonly cause: Cause;
  /** Of the rule about late changes, `§3`. */
  readonly clause: string;
  readonly was: Replaced;
}

export interface CancelledFields extends CustomerFields, TermsFields {
  readonly cause: Cause;
  readonly clause: string;
  /** Where another session is booked; absent for somebody who can book none. */
  readonly bookUrl?: string;
}

/** A time that has become free, for somebody who waits for one like it; `code` is that of their place on the list. */
export interface OfferFields extends SessionFields, TermsFields {
  /** Exactly then it passes on. */
  readonly until: Instant;
  readonly acceptUrl: string;
  readonly declineUrl: string;
}

/** What a mail to the host may say; `timeZone` is the host's own. */
export interface StaffFields extends SessionFields {
  readonly customer: { readonly email: string; readonly phone?: string | undefined };
}

/** What a customer wrote about a session, for its host. */
export interface StaffMailFields extends StaffFields {
  readonly mail?: { readonly text: string; readonly anotherAddress: boolean } | undefined;
}

interface StaffRevisedFields extends StaffFields {
  readonly notice: string;
  readonly clause: string;
}

export interface StaffChangedFields extends StaffRevisedFields {
  readonly cause: Cause;
  readonly was: Replaced;
}

export interface StaffCancelledFields extends StaffRevisedFields {
  /** `handed`: it takes place, with another host. */
  readonly cause: Cause | "handed";
}
