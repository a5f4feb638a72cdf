import type { LinkAction } from "./offer-client.ts";

/** What the API shows of a place on the waiting list. Instants are RFC 3339, `timeZone` is an IANA name. */
export interface Place {
  readonly version: number;
  readonly status: "waiting" | "offered" | "booked" | "left" | "ended";
  readonly actions: readonly LinkAction[];
  readonly language: string;
  readonly timeZone: string;
  readonly company: string;
  readonly waiting: { readonly sessionName: string };
  readonly offer?: Time & { readonly until: string; readonly fee?: Price };
  readonly appointment?: Time;
  readonly terms: { readonly version: string; readonly url: string };
}

/** After repeated no-shows: accepting the offer accepts it. */
export interface Price {
  readonly amount: string;
  readonly currency: string;
}

export interface Time {
  readonly hostName: string;
  readonly start: string;
  readonly end: string;
}

export const isPlace = (body: unknown): body is Place =>
  typeof body === "object" && body !== null && "purpose" in body && body.purpose === "offer";
