import { epoch, fromEpoch, type Instant, type Milliseconds } from "#core/time.ts";
import type { Store } from "#local/ports.ts";

export interface FaceSettings {
  readonly store: Pick<Store, "get" | "set">;
  /** Where a new world begins; a clock that the store already holds wins. Default: real time. */
  readonly start?: Instant;
  /** Real time in milliseconds since 1970. */
  readonly real?: () => Milliseconds;
}

/** What the clock shows, durable at every change. */
export interface Face {
  readonly now: () => Instant;
  readonly frozen: () => boolean;
  /** Stands still at `at`, or at the present moment when that is later: it never goes back. */
  readonly freeze: (at?: Instant) => void;
  /** Goes on with real time from where it stands. */
  readonly runOn: () => void;
}

/** `frozen` while an advance is under way; else real time plus `offset` milliseconds. */
type Reading = { readonly frozen: Instant } | { readonly offset: Milliseconds };

/** The machine's own clock; apart from it, every part of the local world asks the virtual one. */
const realTime = (): Milliseconds => new Date().getTime();

export const createFace = ({ store, start, real = realTime }: FaceSettings): Face => {
  let reading = firstReading(store.get("clock") as Reading | undefined, start, real());
  const now = (): Instant => ("frozen" in reading ? reading.frozen : fromEpoch(real() + reading.offset));
  const set = (next: Reading) => {
    reading = next;
    store.set("clock", next);
  };
  set(reading);
  return {
    now,
    frozen: () => "frozen" in reading,
    freeze: (at = now()) => {
      const present = now();
      if ("frozen" in reading && at <= present) return;
      set({ frozen: at < present ? present : at });
    },
    runOn: () => set({ offset: epoch(now()) - real() }),
  };
};

/** A clock that was frozen when its process died goes on from there. */
const firstReading = (
  stored: Reading | undefined,
  start: Instant | undefined,
  real: Milliseconds,
): Reading => {
  if (stored !== undefined) return "frozen" in stored ? { offset: epoch(stored.frozen) - real } : stored;
  return { offset: start === undefined ? 0 : epoch(start) - real };
};
