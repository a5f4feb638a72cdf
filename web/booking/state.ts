import type { Booked, Company, Fee, Waiting } from "./booking.ts";
import type { TextName } from "./texts.ts";
import type { Time } from "./weeks.ts";

/** Free times by the visitor's date. */
export type Times = ReadonlyMap<string, readonly Time[]>;

/** What the widget shows. */
export type Page =
  | { readonly at: "opening" }
  | { readonly at: "shut"; readonly why: "away" | "shut" }
  | Choosing
  | { readonly at: "booked"; readonly company: Company; readonly booked: Booked; readonly email: string }
  | { readonly at: "waiting"; readonly company: Company; readonly place: Waiting; readonly email: string };

/** One page, so that what was typed stays whatever else changes. */
export interface Choosing {
  readonly at: "choosing";
  readonly company: Company;
  readonly sessionType: string;
  /** Monday of the four weeks that are shown. */
  readonly first: string;
  readonly times: Times | "looking" | "away";
  readonly day?: string | undefined;
  readonly chosen?: Time | undefined;
  /** Free times around one that went. */
  readonly nearest?: readonly Time[] | undefined;
  readonly wish: "book" | "wait";
  /** What the API wants accepted before it books. */
  readonly fee?: Fee | undefined;
  readonly told?: Told | undefined;
}

/** Why it did not work, in a text and its fields, or in the API's own words; and which field is to be corrected. */
export interface Told {
  readonly words?: string | undefined;
  readonly text: TextName;
  readonly fields: Readonly<Record<string, string>>;
  readonly wrong?: "phone" | "email" | undefined;
}
