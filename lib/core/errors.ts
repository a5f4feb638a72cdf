import type { Instant } from "./time.ts";

/** A step found that its version of the subject no longer holds: the machine ends quietly, nobody is told. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}

/** A step was woken before its moment (skewed clocks): it has done nothing, and is retried. */
export class TooEarly extends Error {
  override readonly name = "TooEarly";
}

/** Another run holds the claim on this send and may still be at it: retried until its lease has ended. */
export class StillClaimed extends Error {
  override readonly name = "StillClaimed";
}

/** The provider said that it did not take the message, for now: the claim is released, the step retried. */
export class Throttled extends Error {
  override readonly name = "Throttled";
}

/** The table stayed contended through all our retries; nothing was written. */
export class Contended extends Error {
  override readonly name = "Contended";
}

/** A "no" with a reason that the caller can act on: a value, never thrown. `code` is stable, see `lib/api/problem.ts`. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly detail: string;
  /** What a program acts on besides the code. */
  readonly facts?: RefusalFacts;
}

export interface RefusalFacts {
  /** From when on it is possible. */
  readonly notBefore?: Instant;
  /** What must be accepted, with two decimals and an ISO 4217 currency. */
  readonly fee?: { readonly amount: string; readonly currency: string };
}

export const isRefusal = (value: object): value is Refusal => "refused" in value;
