import { epoch, type Instant, type Milliseconds } from "#core/time.ts";
import type { Timer } from "#local/ports.ts";
import { createHeap } from "./heap.ts";

export interface QueuedTimer extends Timer {
  readonly sequence: number;
  /** Its moment as a number: thousands of timers are compared by it. */
  readonly due: Milliseconds;
  readonly run: () => void | Promise<void>;
}

/** Timers in the order of (instant, sequence of being set). */
export interface TimerQueue {
  readonly set: (at: Instant, run: QueuedTimer["run"]) => QueuedTimer;
  readonly first: () => QueuedTimer | undefined;
}

/** `changed` is called when another timer may have come first. */
export const createTimerQueue = (changed: () => void): TimerQueue => {
  const timers = createHeap(comesBefore);
  let sequence = 0;
  return {
    first: timers.first,
    set: (at, run) => {
      sequence += 1;
      const cancel = (): void => {
        if (timers.remove(entry)) changed();
      };
      const entry = timers.push({ at, due: epoch(at), sequence, run, cancel });
      changed();
      return entry.value;
    },
  };
};

const comesBefore = (one: QueuedTimer, other: QueuedTimer): boolean =>
  one.due === other.due ? one.sequence < other.sequence : one.due < other.due;
