import type { Channel, Language, MessageKind } from "#core/policy/vocabulary.ts";
import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Attendance, Feedback } from "./attendance.ts";
import type { Notice } from "./notice.ts";

/** Who booked. Lives in the table alone, never in an execution, a log or an index. */
export interface Customer {
  readonly name: string;
  /** Lower-cased: one address is one customer of a pack. */
  readonly email: string;
  /** E.164. */
  readonly phone?: string;
  readonly account?: string;
  /** ISO 3166-2, for the holidays that count. */
  readonly region?: string;
}

/** A promise as it was made: fixed at the booking, whatever the policy says later. */
export interface PromiseTerms<Kind extends string = MessageKind> {
  readonly kind: Kind;
  readonly channel: Channel;
  /** Nothing is sent before: a step woken earlier is retried. */
  readonly opens: Instant;
  /** Kept when sent by then, late after it. */
  readonly due: Instant;
  /** Our own lateness ends here: after it the send is skipped, for it would mislead. */
  readonly sendUntil: Instant;
  /** For a reminder: how far off the session is then, `PT48H`. */
  readonly before?: string;
}

export type PromiseState =
  | { readonly state: "open" }
  | { readonly state: "kept" | "late"; readonly at: Instant; readonly evidence: string }
  | {
      readonly state: "skipped" | "failed" | "unknown" | "void";
      readonly at: Instant;
      readonly reason: string;
    };

export type Promised = PromiseTerms & PromiseState;

/** A change or a cancellation, as the messages and the rules about no-shows need to know it. */
export interface Revision {
  readonly action: "changed" | "cancelled";
  /** Whose wish it was; one of the company's own has no consequence for the customer. */
  readonly wish: "customer" | "staff";
  /** `late`: under the notice that the policy asks for, by the customer's wish; it counts as a no-show (taxdome §3). */
  readonly notice: Notice;
  readonly at: Instant;
  readonly from: Pick<Appointment, "host" | "start" | "end">;
}

/** The state of an appointment, at `sk` "head". `version` is what customers and executions name; `rev` counts writes. */
export interface Appointment extends Key {
  readonly type: "appointment";
  readonly pack: string;
  /** Seven characters, also what people say on the phone. */
  readonly code: string;
  readonly version: number;
  readonly rev: number;
  readonly status: "booked" | "cancelled" | "ended";
  readonly sessionType: string;
  readonly host: string;
  readonly start: Instant;
  readonly end: Instant;
  /** What the host's cells were taken for, where buffers make it longer than the session itself. */
  readonly held?: { readonly start: Instant; readonly end: Instant };
  readonly customer: Customer;
  readonly language: Language;
  /** IANA zone in which the customer reads times. */
  readonly timeZone: string;
  /** What was accepted and when (taxdome §3). */
  readonly terms: { readonly version: string; readonly acceptedAt: Instant };
  /** `pack@hash` of the policy that made the promises below. */
  readonly policy: string;
  readonly promises: Readonly<Record<string, Promised>>;
  /** Where the ledger of promises finds this version: the month and the moment at which it was made. */
  readonly madeIn?: string;
  readonly madeAt?: Instant;
  /** How this version came about; absent at the first. */
  readonly revision?: Revision;
  /** The company's own site, where it signed who is booking. */
  readonly signedBy?: string;
  /** When the address proved to be the customer's: a button pressed with a token that was only mailed, or a signed booking. */
  readonly provenAt?: Instant;
  /** When the customer said that they will come. */
  readonly confirmedAt?: Instant;
  /** What became of the session; absent while staff are still asked. */
  readonly attendance?: Attendance;
  /** When a session without an outcome closes as not recorded. */
  readonly closesAt?: Instant;
  /** By which the execution that waits for the outcome is answered. */
  readonly attendanceToken?: string;
  /** Since when the customer has been silent in a session that runs. */
  readonly silentSince?: Instant;
  readonly feedback?: Feedback;
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export const appointmentKey = (pack: string, code: string): Key => ({
  pk: `${pack}#appointment#${code}`,
  sk: "head",
});

/** Whose item this is: the reverse of `appointmentKey`, for everything that stands under its `pk`. */
export const subjectOf = ({ pk }: { readonly pk: string }): { pack: string; code: string } => {
  const [pack = "", , code = ""] = pk.split("#");
  return { pack, code };
};

/** The table gives items; what stands at an appointment's key is one, for only `book` and `change` write there. */
export const asAppointment = (item: Item): Appointment => item as unknown as Appointment;
