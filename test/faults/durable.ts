import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { digests } from "#adapters/digests.ts";
import { createHolidays } from "#adapters/holidays.ts";
import { newCode, newId } from "#adapters/ids.ts";
import { createLinks } from "#adapters/links.ts";
import { createPolicies } from "#adapters/policies.ts";
import type { Ports } from "#adapters/ports.ts";
import { createTable } from "#adapters/table.ts";
import type { Instant } from "#core/time.ts";
import type { Taken } from "../witness/evidence.ts";

/** What outlives a process: a real table, and a file in which providers and Step Functions write down what they took. */
export interface Durable {
  readonly endpoint: string;
  readonly table: string;
  readonly journal: string;
}

type Entry = { readonly sent: Taken } | { readonly started: string; readonly input: string };

/** @param options of the DynamoDB client, such as how often it tries. */
export const durablePorts = (
  { endpoint, table, journal }: Durable,
  now: () => Instant,
  options: { readonly maxAttempts?: number } = {},
): Ports => {
  const client = new DynamoDBClient({ ...onThisMachine, ...options, endpoint });
  const note = (entry: Entry): void => appendFileSync(journal, `${JSON.stringify(entry)}\n`);
  const take = (message: Omit<Taken, "messageId">) => {
    const messageId = `message-${newId()}`;
    note({ sent: { ...message, messageId } });
    return { outcome: "accepted", messageId } as const;
  };
  return {
    now,
    newId,
    newCode,
    digests,
    log: { info: () => undefined, error: () => undefined },
    policies: createPolicies(),
    holidays: createHolidays(),
    links: createLinks({
      site: "https://kept.example",
      mailDomain: "kept.example",
      keys: async () => [{ id: "1", secret: "a secret of this test" }],
      now,
    }),
    table: createTable(table, client),
    mailer: {
      send: async ({ labels: { ledger, kind }, to, subject, text }) =>
        take({ ledger, kind, channel: "email", to: to.address, content: `${subject}\n${text}` }),
    },
    texter: {
      send: async ({ labels: { ledger, kind }, to, text }) =>
        take({ ledger, kind, channel: "sms", to, content: text }),
    },
    executions: {
      start: async (_machine, name, input) => note({ started: name, input }),
      stop: async () => undefined,
      answer: async () => "over",
    },
  };
};

export const onThisMachine = {
  region: "eu-west-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

export const journalOf = ({ journal }: Durable) => {
  const lines = existsSync(journal) ? readFileSync(journal, "utf8").split("\n").filter(Boolean) : [];
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  return {
    outbox: entries.flatMap((entry) => ("sent" in entry ? [entry.sent] : [])),
    started: entries.flatMap((entry) => ("started" in entry ? [entry.started] : [])),
    inputs: entries.flatMap((entry) => ("started" in entry ? [entry.input] : [])),
  };
};
