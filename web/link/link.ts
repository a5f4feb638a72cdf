/** What the API shows of the appointment behind a link. Instants are RFC 3339, `timeZone` is an IANA name. */
export interface Link {
  readonly pack: string;
  readonly version: number;
  readonly status: string;
  /** What can be done at this moment. */
  readonly actions: readonly Action[];
  readonly language: string;
  readonly timeZone: string;
  readonly company: string;
  readonly appointment: {
    readonly code: string;
    readonly sessionType: string;
    readonly sessionName: string;
    readonly start: string;
    readonly end: string;
    readonly host: string;
    readonly hostName: string;
  };
  readonly notice?: Notice;
  readonly terms: { readonly version: string; readonly url: string };
  /** The calendar file as text. */
  readonly calendar?: string | null;
  readonly bookAgain?: string | null;
}

/** How much notice a change needs in order to have no consequences, and whether it would have it now. */
export interface Notice {
  /** ISO 8601, such as `PT24H`. */
  readonly atLeast: string;
  readonly until: string;
  readonly now: "in-time" | "late";
}

export type Action = "confirm" | "change" | "cancel";

export interface Slot {
  readonly start: string;
  readonly end: string;
  readonly host: string;
}

/** A link may one day lead to something that this page does not know: that is not shown as an appointment. */
export const isLink = (body: unknown): body is Link =>
  typeof body === "object" && body !== null && "purpose" in body && body.purpose === "appointment";

/** What a button says is of the version that was shown. */
export type Press =
  | { readonly action: "confirm" | "cancel" }
  | { readonly action: "change"; readonly start: string };
