import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, inject } from "vitest";
import type { Ports } from "#adapters/ports.ts";
import { day, type Instant, instant, plus } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { type Database, openDatabase } from "#local/dynamodb.ts";
import { sweep } from "#steps/sweep.ts";
import { type Evidence, type Row, text } from "../witness/evidence.ts";
import { type Durable, durablePorts, journalOf } from "./durable.ts";

/** A table of its own in a real database, and time that stands where it is set. */
export interface Real {
  readonly durable: Durable;
  readonly ports: Ports;
  setNow(now: string): void;
  table(): Promise<Row[]>;
  /** Nothing runs but the sweeper, at each moment at which something asks to be woken, until nothing does. */
  recover(): Promise<void>;
  evidence(): Promise<Evidence>;
}

let database: Database;
let folder: string;
let tables = 0;

/** One database for the tests of a file, each with its own table. */
export const withDatabase = (): void => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kept-faults-"));
    database = await openDatabase({ path: join(folder, "table.sqlite") });
  });
  afterAll(async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });
};

/** @param through another address of the database: a proxy's. */
export const aRealTable = async (through?: (target: string) => Promise<string>): Promise<Real> => {
  tables += 1;
  const name = `kept-${tables}`;
  await database.create(
    readAssembly(inject("assembly"))
      .tables.slice(0, 1)
      .map((each) => ({ ...each, name })),
  );
  const endpoint = (await through?.(database.endpoint)) ?? database.endpoint;
  const durable: Durable = { endpoint, table: name, journal: join(folder, `${name}.jsonl`) };
  let now = instant("2026-12-01T08:00:00Z");
  const ports = durablePorts(durable, () => now);
  const setNow = (moment: string): void => void (now = instant(moment));
  const table = () => scan(name);
  return {
    durable,
    ports,
    setNow,
    table,
    recover: () => recover(ports, table, setNow),
    evidence: async () => ({
      table: await table(),
      ...journalOf(durable),
      now: plus(now, day),
    }),
  };
};

const scan = async (name: string): Promise<Row[]> => {
  const client = DynamoDBDocumentClient.from(database.client);
  const rows: Row[] = [];
  for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
    rows.push(...(page.Items ?? []));
  return rows;
};

/** More than any one history needs: beyond it something asks to be woken for ever. */
const mostSweeps = 60;

const recover = async (
  ports: Ports,
  table: () => Promise<Row[]>,
  setNow: (now: string) => void,
): Promise<void> => {
  for (let sweeps = 0; sweeps < mostSweeps; sweeps += 1) {
    const [wake] = (await table())
      .map((item) => text(item, "wakeAt"))
      .filter(Boolean)
      .sort();
    if (wake === undefined) return;
    if (wake > ports.now()) setNow(wake);
    else if (sweeps > 0) setNow(plus(ports.now(), 5 * 60_000) as Instant);
    await sweep(ports);
  }
  throw new Error("something still asks to be woken");
};
