import type { Clock } from "#local/ports.ts";
import { type Description, described } from "#local/states/description.ts";
import type { Execution } from "#local/states/execution.ts";
import type { Records } from "#local/states/records.ts";

export type StatusListener = (ended: Description) => void | Promise<void>;

/** Tells listeners that an execution has ended, as EventBridge does: at least once, whatever happens to the process. */
export interface Announcer {
  readonly listen: (listener: StatusListener) => void;
  readonly tell: (execution: Execution) => void;
  /** Tells again what may not have been heard before a restart. */
  readonly catchUp: () => void;
}

export const createAnnouncer = (clock: Clock, records: Records): Announcer => {
  const listeners: StatusListener[] = [];

  const tell = (execution: Execution) =>
    void clock.inFlight(async () => {
      await Promise.all(listeners.map(async (listener) => listener(described(execution))));
      records.announced(execution.arn);
    });

  return {
    tell,
    listen: (listener) => void listeners.push(listener),
    catchUp: () => {
      for (const execution of records.unannounced()) tell(execution);
    },
  };
};
