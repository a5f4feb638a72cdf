/* What the staff API answers about a customer, as far as the desk shows it. */

/** Who sits at the desk. */
export interface Me {
  readonly name: string;
  readonly roles: readonly ("staff" | "manager" | "board")[];
}

interface Said {
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
}

export interface Strike {
  /** The appointment's code. */
  readonly id: string;
  readonly cause: "no-show" | "late-change" | "late-cancellation" | "interrupted";
  readonly at: string;
  readonly counts: boolean;
  readonly brings?: "applies" | "awaits-word" | "dropped" | "answered";
  readonly waived?: Said;
  readonly word?: Said & { readonly applies: boolean };
}

export interface Fee {
  readonly id: string;
  readonly amount: string;
  readonly currency: string;
  readonly acceptedAt: string;
  readonly state: "owed" | "paid" | "waived" | "void";
}

export interface Incident {
  readonly id: string;
  readonly customer: string;
  readonly evidence: string;
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly judgement?: {
    readonly outcome: string;
    readonly until?: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  };
}

/** Where a customer stands. */
export interface Customer {
  /** The address. */
  readonly id: string;
  readonly account?: string;
  readonly profile?: { readonly name: string; readonly language: string; readonly timeZone: string };
  readonly provenAt?: string;
  readonly restricted?: { readonly until?: string };
  readonly conduct: readonly Incident[];
  readonly strikes: readonly Strike[];
  readonly consequence:
    | { readonly kind: "not-before"; readonly date: string }
    | { readonly kind: "fee"; readonly amount: string; readonly currency: string }
    | null;
  readonly fees: readonly Fee[];
  readonly bookings: readonly {
    readonly id: string;
    readonly status: string;
    readonly sessionType: string;
    readonly start: string;
  }[];
}
