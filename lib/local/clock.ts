import { epoch, fromEpoch, type Instant, type Milliseconds } from "#core/time.ts";
import type { Clock, Store } from "#local/ports.ts";
import { createQuiet } from "#local/quiet.ts";
import { createTimerQueue, type QueuedTimer } from "#local/timer-queue.ts";

export interface ClockSettings {
  readonly store: Pick<Store, "get" | "set">;
  /** Where a new world begins; a clock that the store already holds wins. Default: real time. */
  readonly start?: Instant;
  /** Real time in milliseconds since 1970. */
  readonly real?: () => Milliseconds;
}

/** `frozen` while an advance is under way; else real time plus `offset` milliseconds. */
type Reading = { readonly frozen: Instant } | { readonly offset: Milliseconds };

/** setTimeout takes no more than 2^31 - 1 ms (24.8 days), and fires at once beyond. */
const longestNap: Milliseconds = 2 ** 31 - 1;

/** A chain of timers that sets itself again at the same moment would keep an advance from ever ending. */
const mostAtOneMoment = 100_000;

/** The virtual clock, see `Clock`. All instants are UTC. */
export const createClock = ({ store, start, real = Date.now }: ClockSettings): Clock => {
  const quiet = createQuiet();
  const timers = createTimerQueue(() => arm());
  let reading = firstReading(store.get("clock") as Reading | undefined, start, real());
  let nap: NodeJS.Timeout | undefined;
  let firing = false;
  let stopped = false;
  let lastTurn: Promise<unknown> = Promise.resolve();

  const now = (): Instant => ("frozen" in reading ? reading.frozen : fromEpoch(real() + reading.offset));
  const set = (next: Reading) => {
    reading = next;
    store.set("clock", next);
  };
  store.set("clock", reading);

  const arm = () => {
    clearTimeout(nap);
    const first = timers.first();
    if (first === undefined || firing || stopped || "frozen" in reading) return;
    nap = setTimeout(fireInRealTime, Math.min(Math.max(epoch(first.at) - epoch(now()), 0), longestNap));
  };

  const fire = (timer: QueuedTimer) => {
    timer.cancel();
    void quiet.during(async () => timer.run());
  };

  /** A fault in a timer's own code stays unhandled, as with setTimeout: it must end the process, not vanish. */
  const fireDue = async (limit: () => Instant, before: (timer: QueuedTimer) => void): Promise<void> => {
    for (;;) {
      await quiet.settled();
      const timer = timers.first();
      if (stopped || timer === undefined || timer.at > limit()) return;
      before(timer);
      fire(timer);
    }
  };

  const fireInRealTime = () => {
    firing = true;
    void alone(() => fireDue(now, () => undefined)).finally(() => {
      firing = false;
      arm();
    });
  };

  /** Advances and firing in real time take turns. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = lastTurn.then(work);
    lastTurn = mine.catch(() => undefined);
    return mine;
  };

  const advanceTo = async (to: Instant): Promise<Instant> => {
    if (stopped) throw new Error("the clock has been stopped");
    set({ frozen: now() });
    const standstill = standstillGuard();
    try {
      await fireDue(
        () => later(to, now()),
        (timer) => {
          if (timer.at > now()) set({ frozen: timer.at });
          standstill(now());
        },
      );
      if (!stopped) set({ frozen: later(to, now()) });
      return now();
    } finally {
      set({ offset: epoch(now()) - real() });
      arm();
    }
  };

  return {
    now,
    at: (at, run) => timers.set(at, run),
    inFlight: (work) => quiet.during(work),
    advance: async (to) => {
      if (to < now()) throw new RangeError(`${to} has passed: it is ${now()} already`);
      return alone(() => advanceTo(to));
    },
    stop: async () => {
      stopped = true;
      clearTimeout(nap);
      await lastTurn;
      await quiet.settled();
    },
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

const later = (one: Instant, other: Instant): Instant => (one < other ? other : one);

const standstillGuard = (): ((now: Instant) => void) => {
  let moment: Instant | undefined;
  let fired = 0;
  return (now) => {
    fired = now === moment ? fired + 1 : 0;
    moment = now;
    if (fired > mostAtOneMoment)
      throw new Error(`more than ${mostAtOneMoment} timers fired at ${now}: one sets itself again`);
  };
};
