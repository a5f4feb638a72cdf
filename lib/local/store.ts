import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Kept, Store } from "#local/ports.ts";
import { compact } from "./compact.ts";

const schema = `
  create table if not exists keys (key text primary key, value text not null) strict;
  create table if not exists mail (sequence integer primary key autoincrement, body text not null) strict;
  create table if not exists sms (sequence integer primary key autoincrement, body text not null) strict;
  create table if not exists definitions (hash text primary key, body text not null) strict;
  create table if not exists executions (
    arn text primary key, machine text not null, status text not null,
    started integer not null, touched integer not null, announced integer not null, body text not null) strict;
  create index if not exists executions_by_machine on executions (machine, started);
  create index if not exists executions_by_status on executions (status);
  create index if not exists executions_unannounced on executions (announced) where announced = 0;
  create table if not exists events (
    arn text not null, id integer not null, body text not null, primary key (arn, id)) strict, without rowid;
`;

/**
 * Opens, or makes, the store in `folder` (`:memory:` for one that ends with the process).
 * A write-ahead log survives the death of the process; only a power failure may lose the last writes.
 */
export const openStore = (folder: string): Store => {
  const path = fileIn(folder);
  const database = new DatabaseSync(path);
  database.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000");
  database.exec(schema);
  return {
    path,
    database,
    ...keys(database),
    ...lists(database),
    compact: () => compact(database),
    together: together(database),
    close: () => database.close(),
  };
};

const fileIn = (folder: string): string => {
  if (folder === ":memory:") return folder;
  mkdirSync(folder, { recursive: true });
  return join(folder, "world.sqlite");
};

const keys = (database: DatabaseSync): Pick<Store, "get" | "set"> => {
  const read = database.prepare("select value from keys where key = ?");
  const write = database.prepare(
    "insert into keys values (?, ?) on conflict do update set value = excluded.value",
  );
  return {
    get: (key) => parsed(read.get(key)?.["value"]),
    set: (key, value) => void write.run(key, JSON.stringify(value)),
  };
};

const lists = (database: DatabaseSync): Pick<Store, "append" | "all" | "newest" | "drop" | "clear"> => {
  const kinds: readonly Kept[] = ["mail", "sms"];
  const given = database.prepare("select seq from sqlite_sequence where name = ?");
  return {
    append: (kind, body) =>
      Number(
        database.prepare(`insert into ${kind} (body) values (?)`).run(JSON.stringify(body)).lastInsertRowid,
      ),
    // A limit of -1 is none.
    all: (kind, last = -1) =>
      database
        .prepare(`select body from ${kind} order by sequence desc limit ?`)
        .all(last)
        .map((row) => parsed(row["body"]))
        .reverse(),
    newest: (kind) => Number(given.get(kind)?.["seq"] ?? 0),
    drop: (kind, is) => {
      const rows = database.prepare(`select sequence, body from ${kind}`).all();
      const remove = database.prepare(`delete from ${kind} where sequence = ?`);
      for (const { sequence = null, body } of rows) if (is(parsed(body))) remove.run(sequence);
    },
    clear: (kind) => {
      for (const each of kind === undefined ? kinds : [kind]) database.exec(`delete from ${each}`);
    },
  };
};

const parsed = (json: unknown): unknown => (typeof json === "string" ? JSON.parse(json) : undefined);

const together = (database: DatabaseSync): Store["together"] => {
  const [begin, commit] = [database.prepare("begin immediate"), database.prepare("commit")];
  return (work) => {
    if (database.isTransaction) return work();
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (fault) {
      database.exec("rollback");
      throw fault;
    }
  };
};
