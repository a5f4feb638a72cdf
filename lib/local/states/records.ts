import { createHash } from "node:crypto";
import { epoch } from "#core/time.ts";
import type { Store } from "#local/ports.ts";
import type { Execution, Status } from "#local/states/execution.ts";
import type { HistoryEvent } from "#local/states/history.ts";

/** Executions, their events and their definitions, on disk. */
export interface Records {
  /** Keeps the definition once, however many executions have it, and returns its hash. */
  keepDefinition(text: string): string;
  definition(hash: string): string;
  find(arn: string): Execution | undefined;
  /** Writes the execution and its new events, all or nothing. */
  save(execution: Execution, events: readonly HistoryEvent[]): void;
  /** In the order in which they were last saved, so that their timers are set again in the order they were set. */
  running(): Execution[];
  /** Latest start first. */
  list(machine: string, filter: { readonly status?: Status; readonly max?: number }): Execution[];
  /** Of all machines, latest start first. */
  recent(max: number): Execution[];
  /** Grows with every save. */
  saves(): number;
  history(arn: string): HistoryEvent[];
  /** Ended, and perhaps not yet told to those who listen. */
  unannounced(): Execution[];
  announced(arn: string): void;
}

export const createRecords = (store: Pick<Store, "database" | "together">): Records => {
  const { database, together } = store;
  const one = database.prepare("select body from executions where arn = ?");
  const write = database.prepare(`
    insert into executions values (:arn, :machine, :status, :started, :touched, 0, :body)
    on conflict do update set status = excluded.status, touched = excluded.touched, announced = 0, body = excluded.body`);
  const writeEvent = database.prepare("insert into events values (?, ?, ?)");
  const listed = database.prepare(`
    select body from executions where machine = :machine and (:status is null or status = :status)
    order by started desc, rowid desc limit :max`);
  const recent = database.prepare("select body from executions order by started desc, rowid desc limit ?");
  const history = database.prepare("select body from events where arn = ? order by id");
  const announce = database.prepare("update executions set announced = 1 where arn = ?");
  let touched = Number(database.prepare("select max(touched) as last from executions").get()?.["last"] ?? 0);

  const save = (execution: Execution) => {
    touched += 1;
    const { arn, machine, startDate } = execution;
    const { status } = execution.progress;
    write.run({ arn, machine, status, started: epoch(startDate), touched, body: JSON.stringify(execution) });
  };
  const bodies = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map(body<Execution>);

  return {
    ...definitions(database),
    find: (arn) => {
      const row = one.get(arn);
      return row && body<Execution>(row);
    },
    save: (execution, events) =>
      together(() => {
        save(execution);
        for (const event of events) writeEvent.run(execution.arn, event.id, JSON.stringify(event));
      }),
    running: () => bodies("select body from executions where status = 'RUNNING' order by touched"),
    list: (machine, { status, max }) =>
      listed.all({ machine, status: status ?? null, max: max ?? -1 }).map(body<Execution>),
    recent: (max) => recent.all(max).map(body<Execution>),
    saves: () => touched,
    history: (arn) => history.all(arn).map(body<HistoryEvent>),
    unannounced: () =>
      bodies("select body from executions where announced = 0 and status <> 'RUNNING' order by touched"),
    announced: (arn) => void announce.run(arn),
  };
};

/** Rows are what `save` wrote. */
const body = <T>(row: Record<string, unknown>): T => JSON.parse(String(row["body"])) as T;

const definitions = (database: Store["database"]): Pick<Records, "keepDefinition" | "definition"> => {
  const keep = database.prepare("insert or ignore into definitions values (?, ?)");
  const read = database.prepare("select body from definitions where hash = ?");
  const keptAlready = new Map<string, string>();
  const keepFirst = (text: string): string => {
    const hash = createHash("sha256").update(text).digest("hex");
    keep.run(hash, text);
    keptAlready.set(text, hash);
    return hash;
  };
  return {
    keepDefinition: (text) => keptAlready.get(text) ?? keepFirst(text),
    definition: (hash) => String(read.get(hash)?.["body"]),
  };
};
