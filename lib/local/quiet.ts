/** Counts the work in flight, and knows when there is none left. */
export interface Quiet {
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves once nothing is in flight and nothing new came of what was. */
  readonly settled: () => Promise<void>;
}

/** One turn of the event loop: everything that was ready to run has run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Promise chains of one finished request may need a few turns until they start the next one. */
const turnsToTrust = 3;

/** @param turns of the event loop without anything new; one is enough where nothing that is done leaves the process. */
export const createQuiet = (turns = turnsToTrust): Quiet => {
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
    for (let nth = 0; nth < turns; nth += 1) await turn();
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
