/* What the staff API answers, as far as the desk shows it. */

export interface Row {
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly team: string;
  readonly handler?: string;
  readonly nextDeadline?: string;
}

/** A case among others. */
export interface ListedCase extends Row {
  readonly topic?: string;
  /** Their name; empty where it was erased. */
  readonly customer: string;
  readonly receivedAt: string;
}

export interface Milestone {
  readonly name: string;
  readonly due?: string;
  readonly state: string;
  readonly at?: string;
  readonly why?: string;
}

export interface Entry {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly reason?: string;
  readonly words?: Readonly<Record<string, unknown>>;
}

export interface Mail {
  readonly at: string;
  readonly direction: "in" | "out";
  readonly id: string;
  readonly who?: string;
  readonly subject?: string;
  readonly meant?: string;
  readonly anotherAddress?: true;
  readonly proven?: boolean;
  readonly files?: readonly { readonly name: string; readonly size: number }[];
  readonly maybeAbout?: string;
  readonly kind?: string;
  readonly state?: string;
}

export interface Elsewhere {
  readonly system: string;
  readonly standing?: string;
  readonly reference?: string;
  readonly trouble?: { readonly since: string; readonly reason: string };
  readonly givenUpAt?: string;
}

export interface Cost {
  readonly toldAt: string;
  readonly text?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly coveredUntil?: string;
  readonly state: string;
  readonly by?: string;
}

/** Something that is to be understood before a case ends. */
export interface Question {
  readonly id: string;
  readonly name: string;
  readonly done: boolean;
}

export interface StaffCase extends Row {
  readonly topic?: string;
  readonly kindBy?: string;
  readonly kindReason?: string;
  readonly channel: string;
  readonly receivedAt: string;
  readonly completeAt?: string;
  readonly customer: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly fields: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly language: string;
  readonly escalatedTo?: string;
  readonly closesAt?: string;
  readonly satisfied?: boolean;
  readonly costs?: readonly Cost[];
  readonly clarifying?: readonly Question[];
  readonly milestones: readonly Milestone[];
  readonly earlier: readonly { readonly kind: string; readonly milestones: readonly Milestone[] }[];
  readonly timeline: readonly Entry[];
  readonly mails: readonly Mail[];
  readonly elsewhere?: readonly Elsewhere[];
  readonly execution: string;
}

export interface Task {
  readonly id: string;
  readonly what: string;
  readonly code: string;
  readonly promise: string;
  readonly reason: string;
  readonly since: string;
  readonly due?: string;
  readonly for?: string;
  readonly standIn?: string;
}

export interface Held {
  readonly id: string;
  readonly receivedAt: string;
  readonly from?: string;
  readonly subject: string;
  readonly reason: string;
  readonly detail?: string;
}

export interface Preview {
  readonly mails: readonly {
    readonly to: { readonly name: string; readonly address: string };
    readonly language: string;
    readonly subject: string;
    readonly text: string;
  }[];
}

export interface Found {
  readonly appointments: readonly {
    readonly code: string;
    readonly status: string;
    readonly start: string;
    readonly sessionName: string;
    readonly customer: string;
    readonly email: string;
  }[];
  readonly cases: readonly ListedCase[];
}
