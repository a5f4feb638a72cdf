import type { Instant } from "#core/time.ts";
import type { Timer } from "#local/ports.ts";

export interface QueuedTimer extends Timer {
  readonly sequence: number;
  readonly run: () => void | Promise<void>;
}

/** Timers in the order of (instant, sequence of being set). */
export interface TimerQueue {
  readonly set: (at: Instant, run: QueuedTimer["run"]) => QueuedTimer;
  readonly first: () => QueuedTimer | undefined;
}

/** `changed` is called when another timer may have come first. */
export const createTimerQueue = (changed: () => void): TimerQueue => {
  const timers: QueuedTimer[] = [];
  let sequence = 0;

  const remove = (timer: QueuedTimer) => {
    const index = position(timers, timer);
    if (timers[index] !== timer) return;
    timers.splice(index, 1);
    changed();
  };

  return {
    first: () => timers[0],
    set: (at, run) => {
      sequence += 1;
      const timer: QueuedTimer = { at, sequence, run, cancel: () => remove(timer) };
      timers.splice(position(timers, timer), 0, timer);
      changed();
      return timer;
    },
  };
};

/** Where `timer` stands, or belongs, by bisection. */
const position = (timers: readonly QueuedTimer[], timer: QueuedTimer): number => {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = timers[middle];
    if (other !== undefined && comesBefore(other, timer)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const comesBefore = (one: QueuedTimer, other: QueuedTimer): boolean =>
  one.at === other.at ? one.sequence < other.sequence : one.at < other.at;
