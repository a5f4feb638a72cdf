import type { Booker } from "../booker.ts";
import type { Customer } from "../booking.ts";

/** What can be pressed; and where the keyboard stands in the grid of days. */
export interface Actions extends Pick<Booker, "open" | "ofType" | "turn" | "pick" | "choose" | "wish"> {
  /** Puts the keyboard on a date, of another page too. */
  stand(date: string): void;
  send(event: SubmitEvent): void;
}

/** What the host page knows of the visitor. */
export type Prefill = Partial<Customer>;
