import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { inject, onTestFinished } from "vitest";
import { instant } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { startWorld, type World, type WorldSettings } from "#local/world.ts";

const root = join(import.meta.dirname, "../..");

export interface SentMail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly kind: string;
  readonly promise: string;
  readonly language: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SentSms {
  readonly at: string;
  readonly kind: string;
  readonly promise: string;
  readonly text: string;
}

interface Now {
  readonly now: string;
}

export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

/** The whole local world, on the real stack, as a customer and a member of staff meet it: by HTTP alone. */
export interface Story {
  readonly world: World;
  /** The folder that holds all that the world remembers. */
  readonly data: string;
  /** Each test names the fields that it expects of an answer; the API's description is tested elsewhere. */
  get<Body = Record<string, unknown>>(
    path: string,
    headers?: Record<string, string>,
  ): Promise<Answered<Body>>;
  post<Body = Record<string, unknown>>(
    path: string,
    body: object,
    headers?: Record<string, string>,
  ): Promise<Answered<Body>>;
  advance(duration: string): Promise<string>;
  /** Until exactly that moment. */
  advanceTo(to: string): Promise<string>;
  mails(): Promise<SentMail[]>;
  sms(): Promise<SentSms[]>;
  /** Every item of the table, read from the database itself. */
  items(): Promise<Record<string, unknown>[]>;
  /** Ends the process's world and starts another on the same data. */
  restart(): Promise<void>;
}

let running: { world: World; data: string } | undefined;

const end = async (): Promise<void> => {
  await running?.world.stop();
  if (running !== undefined) rmSync(running.data, { recursive: true, force: true });
  running = undefined;
};

/**
 * A world of one test, which ends with it.
 * @param now where its clock starts.
 * @param more with pages, say: stories by HTTP need none.
 */
export const aStory = async (
  now: string,
  more: Partial<Pick<WorldSettings, "pages" | "localPages" | "assembly" | "bundles">> = {},
): Promise<Story> => {
  const data = mkdtempSync(join(tmpdir(), "kept-story-"));
  onTestFinished(end);
  const open = async (): Promise<World> => {
    const assembly = readAssembly(inject("assembly"));
    const settings = { assembly, root, data, ports: { api: 0, aws: 0, smtp: 0 }, now: instant(now) };
    const world = await startWorld({ ...settings, ...more });
    running = { world, data };
    return world;
  };
  let world = await open();
  const ask = async <Body>(path: string, init: RequestInit): Promise<Answered<Body>> => {
    const response = await fetch(world.url + path, init);
    return { status: response.status, body: (await response.json()) as Body };
  };
  const post = <Body>(path: string, body: object, headers: Record<string, string> = {}) =>
    ask<Body>(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", "idempotency-key": randomUUID(), ...headers },
    });
  return {
    data,
    get world() {
      return world;
    },
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    advance: async (length) => (await post<Now>("/local/clock", { advance: length })).body.now,
    advanceTo: async (to) => (await post<Now>("/local/clock", { to })).body.now,
    mails: async () => (await ask<SentMail[]>("/local/mail", {})).body,
    sms: async () => (await ask<SentSms[]>("/local/sms", {})).body,
    items: () => scan(world),
    restart: async () => {
      await world.stop();
      world = await open();
    },
  };
};

const scan = async (world: World): Promise<Record<string, unknown>[]> => {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: world.dynamodbUrl,
      region: "eu-west-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    }),
  );
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: "kept" })) items.push(...(page.Items ?? []));
  return items;
};

/** A booking's body: Noor, for an implementation session, in Dutch. */
export const aBooking = (start: string, changes: object = {}): object => ({
  sessionType: "implementation",
  start,
  customer: { name: "Noor Bakker", email: "noor@customer.example", phone: "+31612345678" },
  language: "nl",
  timeZone: "Europe/Amsterdam",
  termsVersion: "2024-06-06",
  ...changes,
});

export const appointments = "/v1/taxdome/appointments";
