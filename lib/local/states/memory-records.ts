import type { Execution, Status } from "#local/states/execution.ts";
import type { HistoryEvent } from "#local/states/history.ts";
import type { Records } from "#local/states/records.ts";

interface Kept {
  execution: Execution;
  readonly events: HistoryEvent[];
  touched: number;
  announced: boolean;
}

export interface MemoryRecordsSettings {
  /** Whether events are kept, for whoever reads a history; without them every history is empty. */
  readonly events?: boolean | undefined;
}

/** For a world that ends with its process. A definition stands for itself there: there is no hash to find it by. */
export const createMemoryRecords = ({ events: keepsEvents = true }: MemoryRecordsSettings = {}): Records => {
  const kept = new Map<string, Kept>();
  const byMachine = new Map<string, Kept[]>();
  let touched = 0;

  const begin = (execution: Execution): Kept => {
    const fresh: Kept = { execution, events: [], touched, announced: false };
    const ofMachine = byMachine.get(execution.machine) ?? [];
    byMachine.set(execution.machine, ofMachine);
    ofMachine.push(fresh);
    kept.set(execution.arn, fresh);
    return fresh;
  };

  return {
    keepDefinition: (text) => text,
    definition: (text) => text,
    find: (arn) => kept.get(arn)?.execution,
    save: (execution, events) => {
      touched += 1;
      const known = kept.get(execution.arn) ?? begin(execution);
      Object.assign(known, { execution, touched, announced: false });
      if (keepsEvents) known.events.push(...events);
    },
    running: () => executionsOf(asTouched(kept), (status) => status === "RUNNING"),
    list: (machine, { status, max = Number.POSITIVE_INFINITY }) =>
      latestFirst(byMachine.get(machine) ?? [], (own) => status === undefined || own === status).slice(
        0,
        max,
      ),
    recent: (max) => latestFirst([...kept.values()], () => true).slice(0, max),
    saves: () => touched,
    history: (arn) => [...(kept.get(arn)?.events ?? [])],
    unannounced: () =>
      executionsOf(
        asTouched(kept).filter(({ announced }) => !announced),
        (status) => status !== "RUNNING",
      ),
    announced: (arn) => {
      const known = kept.get(arn);
      if (known !== undefined) known.announced = true;
    },
  };
};

const asTouched = (kept: ReadonlyMap<string, Kept>): Kept[] =>
  [...kept.values()].toSorted((one, other) => one.touched - other.touched);

const executionsOf = (kept: readonly Kept[], is: (status: Status) => boolean): Execution[] =>
  kept.map(({ execution }) => execution).filter(({ progress }) => is(progress.status));

/** They were begun in the order of their starts: the clock never goes back. */
const latestFirst = (kept: readonly Kept[], is: (status: Status) => boolean): Execution[] =>
  executionsOf(kept, is).toReversed();
