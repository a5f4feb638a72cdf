import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createPolicies } from "#adapters/policies.ts";
import type { MessageLabels, Ports } from "#adapters/ports.ts";
import { createWholeTable } from "#adapters/whole-table.ts";
import { newCodes } from "#cli/simulation/ids.ts";
import { createSimulation, type Place } from "#cli/simulation/world.ts";
import { yearsCompanies } from "#cli/year/companies.ts";
import { passTime } from "#cli/year/play-company.ts";
import { setWishes } from "#cli/year/wishes.ts";
import type { Item } from "#core/table.ts";
import { type Instant, instant } from "#core/time.ts";
import type { Assembly } from "#local/assembly.ts";
import { createMemoryTable } from "#local/memory-table.ts";
import { startWorld, type World } from "#local/world.ts";

/** How much comes to a year that is short enough to be played over the wire as well. */
export interface Sample {
  readonly appointments: number;
  readonly cases: number;
}

/** What a reader got, whatever carried it. */
export interface Told {
  readonly at: string;
  readonly to: string;
  readonly kind: string;
  readonly promise: string;
  readonly subject: string;
  readonly text: string;
}

/** All that can be seen of a world once its year is over. */
export interface Seen {
  readonly told: readonly Told[];
  readonly items: readonly Item[];
  readonly refused: readonly string[];
  readonly seconds: number;
}

const year = 2026;
const start = instant(`${year}-01-01T00:00:00Z`);

/** The same people with the same wishes: codes are given in the order in which they are asked for, as in every simulation. */
const live = async (place: Place, sample: Sample): Promise<Pick<Seen, "refused" | "seconds">> => {
  const playing = yearsCompanies(undefined, sample).map((each) => ({ ...each, refused: [], watched: [] }));
  const began = performance.now();
  setWishes(place, playing, { year, seed: 1 });
  await passTime(place, year);
  return {
    refused: playing.flatMap(({ refused }) => refused),
    seconds: (performance.now() - began) / 1000,
  };
};

/** In one process, as `simulate` plays a year; every message is taken. */
export const inMemory = async (assembly: Assembly, sample: Sample): Promise<Seen> => {
  const told: Told[] = [];
  const table = createMemoryTable();
  const world = createSimulation({
    assembly,
    start,
    table,
    policies: createPolicies(table),
    log: { info: () => {}, error: () => {} },
    providers: (now) => accepting(told, now),
  });
  const lived = await live(world, sample);
  await world.end();
  return { ...lived, told, items: table.all() };
};

const accepting = (told: Told[], now: () => Instant): Pick<Ports, "mailer" | "texter"> => {
  const take = (to: string, subject: string, text: string, { kind, promise }: MessageLabels) => {
    told.push({ at: now(), to, subject, text, kind, promise });
    return { outcome: "accepted", messageId: `message-${told.length}` } as const;
  };
  return {
    mailer: { send: async ({ to, subject, text, labels }) => take(to.address, subject, text, labels) },
    texter: { send: async ({ to, text, labels }) => take(to, "", text, labels) },
  };
};

/** As `npm start` serves it: the handlers as they are, and each read, write, start and mail a request over HTTP. */
export const overTheWire = async (assembly: Assembly, root: string, sample: Sample): Promise<Seen> => {
  const data = mkdtempSync(join(tmpdir(), "kept-bench-wire-"));
  const world = await startWorld({ assembly, root, data, ports: { api: 0, aws: 0 }, now: start });
  try {
    // Read by the handlers' logger when it is loaded: hundreds of lines of theirs would stand between the figures.
    process.env["POWERTOOLS_LOG_LEVEL"] = "CRITICAL";
    const source = pathToFileURL(join(root, "lambdas/shared/ports.ts")).href;
    const { ports } = (await import(source)) as { readonly ports: () => Ports };
    await world.warm();
    const lived = await live({ clock: world.clock, ports: { ...ports(), newCode: newCodes() } }, sample);
    return { ...lived, told: await toldBy(world), items: await everything() };
  } finally {
    await world.stop();
    rmSync(data, { recursive: true, force: true });
  }
};

const everything = async (): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of createWholeTable(process.env["KEPT_TABLE"] ?? "").part(0, 1)) items.push(item);
  return items;
};

const toldBy = async ({ url }: World): Promise<Told[]> => {
  const read = async (what: string): Promise<Told[]> =>
    (await (await fetch(`${url}/local/${what}`)).json()) as Told[];
  const texts = (await read("sms")).map((each) => ({ ...each, subject: "" }));
  return [...(await read("mail")), ...texts];
};
