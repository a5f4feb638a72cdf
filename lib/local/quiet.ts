/** Counts the work in flight, and knows when there is none left. */
export interface Quiet {
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves once nothing is in flight and nothing new came of what was. */
  readonly settled: () => Promise<void>;
}

/** One turn of the event loop: everything that was ready to run has run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The same where nothing that is done leaves the process, in a fifth of the time. The event loop stands still meanwhile: who
 * goes on like this for long has to give it a turn.
 */
export const breath = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Promise chains of one finished request may need a few turns until they start the next one. */
const someTurns = async (): Promise<void> => {
  for (let nth = 0; nth < 3; nth += 1) await turn();
};

/** @param pause after which nothing new may have come of what was done. */
export const createQuiet = (pause = someTurns): Quiet => {
  let working = 0;
  let begun = 0;
  let waiting: (() => void)[] = [];

  const ended = () => {
    working -= 1;
    if (working > 0) return;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  const stayedQuiet = async (): Promise<boolean> => {
    const before = begun;
    await pause();
    return working === 0 && begun === before;
  };

  return {
    during: async (work) => {
      working += 1;
      begun += 1;
      try {
        return await work();
      } finally {
        ended();
      }
    },
    settled: async () => {
      do {
        while (working > 0) await new Promise<void>((resolve) => void waiting.push(resolve));
      } while (!(await stayedQuiet()));
    },
  };
};
