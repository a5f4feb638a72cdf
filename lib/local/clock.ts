import { epoch, type Instant, type Milliseconds } from "#core/time.ts";
import { createFace, type FaceSettings } from "#local/clock-face.ts";
import type { Clock } from "#local/ports.ts";
import { createQuiet, type Quiet } from "#local/quiet.ts";
import { createTimerQueue, type QueuedTimer, type TimerQueue } from "#local/timer-queue.ts";

/** setTimeout takes no more than 2^31 - 1 ms (24.8 days), and fires at once beyond. */
const longestNap: Milliseconds = 2 ** 31 - 1;

/** A chain of timers that sets itself again at the same moment would keep an advance from ever ending. */
const mostAtOneMoment = 100_000;

export interface ClockSettings extends FaceSettings {
  /** See `createQuiet`. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** The virtual clock, see `Clock`. All instants are UTC. */
export const createClock = ({ pause, ...settings }: ClockSettings): Clock => {
  const face = createFace(settings);
  const quiet = createQuiet(pause);
  const timers = createTimerQueue(() => arm());
  const inTurn = createTurns();
  let nap: NodeJS.Timeout | undefined;
  let napping = true;
  let stopped = false;

  const arm = () => {
    clearTimeout(nap);
    const first = timers.first();
    if (first === undefined || !napping || stopped || face.frozen()) return;
    nap = setTimeout(wake, Math.min(Math.max(epoch(first.at) - epoch(face.now()), 0), longestNap));
  };

  const due = (): QueuedTimer | undefined => {
    const first = stopped ? undefined : timers.first();
    return first !== undefined && first.at <= face.now() ? first : undefined;
  };

  const wake = () => {
    napping = false;
    void inTurn(() => fireEach(quiet, due, () => undefined)).finally(() => {
      napping = true;
      arm();
    });
  };

  const advanceTo = async (to: Instant): Promise<Instant> => {
    if (stopped) throw new Error("the clock has been stopped");
    face.freeze();
    try {
      await fireEach(
        quiet,
        () => (stopped ? undefined : dueBy(timers, to, face.now())),
        freezing(face.freeze),
      );
      if (!stopped) face.freeze(to);
      return face.now();
    } finally {
      face.runOn();
      arm();
    }
  };

  return {
    now: face.now,
    at: timers.set,
    inFlight: quiet.during,
    settled: quiet.settled,
    next: () => timers.first()?.at,
    advance: async (to) => {
      if (to < face.now()) throw new RangeError(`${to} has passed: it is ${face.now()} already`);
      return inTurn(() => advanceTo(to));
    },
    stop: async () => {
      stopped = true;
      clearTimeout(nap);
      await inTurn(quiet.settled);
    },
  };
};

const dueBy = (timers: TimerQueue, to: Instant, now: Instant): QueuedTimer | undefined => {
  const first = timers.first();
  return first !== undefined && (first.at <= to || first.at <= now) ? first : undefined;
};

/**
 * Fires one timer after the other, each when nothing is in flight, until `next` has none. A fault in a timer's own code
 * stays unhandled, as with setTimeout: it must end the process, not vanish.
 */
const fireEach = async (
  quiet: Quiet,
  next: () => QueuedTimer | undefined,
  before: (timer: QueuedTimer) => void,
): Promise<void> => {
  for (;;) {
    await quiet.settled();
    const timer = next();
    if (timer === undefined) return;
    before(timer);
    timer.cancel();
    void quiet.during(async () => timer.run());
  }
};

/** Moves the clock to each timer, and refuses to fire without end at one moment. */
const freezing = (freeze: (at: Instant) => void): ((timer: QueuedTimer) => void) => {
  let moment: Instant | undefined;
  let fired = 0;
  return ({ at }) => {
    fired = moment === undefined || at > moment ? 1 : fired + 1;
    moment = moment === undefined || at > moment ? at : moment;
    if (fired > mostAtOneMoment)
      throw new Error(`over ${mostAtOneMoment} timers at ${moment}: one sets itself again`);
    freeze(at);
  };
};

/** Runs one piece of work after the other: advances, firing in real time, and the end take turns. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};
