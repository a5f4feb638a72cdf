/* What the staff API answers about a session, as far as the desk shows it. */

export interface Attendance {
  readonly outcome: string;
  readonly at: string;
  readonly actor: string;
  readonly note?: string;
}

export interface Session {
  readonly code: string;
  readonly version: number;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly sessionName: string;
  readonly hostName: string;
  readonly customer: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly confirmedAt?: string;
  readonly attendance?: Attendance;
  readonly silentSince?: string;
}

export interface Promised {
  readonly kind: string;
  readonly channel: string;
  readonly due: string;
  readonly state: string;
  readonly at?: string;
  readonly evidence?: string;
  readonly reason?: string;
}

/** The same session, asked for alone. */
export interface StaffAppointment {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** What can be done at this moment: confirm, change, cancel. */
  readonly actions: readonly string[];
  readonly language: string;
  /** In which its customer reads times. */
  readonly timeZone: string;
  readonly notice?: { readonly until: string; readonly now: "in-time" | "late" };
  readonly appointment: {
    readonly code: string;
    readonly start: string;
    readonly end: string;
    readonly sessionName: string;
    readonly host: string;
    readonly hostName: string;
  };
  readonly customer: Session["customer"];
  readonly promises: Readonly<Record<string, Promised>>;
  readonly attendance?: Attendance;
  readonly silentSince?: string;
  readonly closesAt?: string;
  readonly feedback?: { readonly rating: number; readonly comment?: string };
}
