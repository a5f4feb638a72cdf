import { fromEpoch, type Instant } from "#core/time.ts";

declare global {
  /** Set by the local world alone: the virtual clock, in epoch milliseconds. */
  var keptClock: (() => number) | undefined;
}

/** The one place where deployed code learns what time it is. */
export const now = (): Instant => fromEpoch(globalThis.keptClock?.() ?? Date.now());
