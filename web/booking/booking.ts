/** What the API says of a company before anybody books. Instants are RFC 3339, lengths ISO 8601. */
export interface Company {
  readonly name: string;
  readonly terms: { readonly version: string; readonly url: string };
  readonly sessionTypes: readonly SessionType[];
  readonly rules: Rules;
}

export interface SessionType {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly minutes: number;
}

export interface Rules {
  readonly earliest: string;
  /** Excluded. */
  readonly end: string;
  readonly notice: string;
  /** A start before this is nearer than the notice. */
  readonly inTimeFrom: string;
  readonly noShow?: { readonly window: string; readonly notBefore?: string; readonly fee?: Fee };
  readonly waitingList: boolean;
}

/** With two decimals and an ISO 4217 currency. */
export interface Fee {
  readonly amount: string;
  readonly currency: string;
}

export interface Slot {
  readonly start: string;
  readonly end: string;
  readonly host: string;
}

/** Who books. A host page may know the account and the region (ISO 3166-2); the visitor is not asked for them. */
export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly account?: string;
  readonly region?: string;
}

/** The answer to a booking; `link` is the customer's token. */
export interface Booked {
  readonly id: string;
  readonly code: string;
  readonly start: string;
  readonly end: string;
  readonly host: string;
  readonly link: string;
}

/** The answer to a place on the waiting list; dates are in the visitor's zone, `to` is excluded. */
export interface Waiting {
  readonly id: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly link: string;
}
