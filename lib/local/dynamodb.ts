import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import { CannotStart } from "./cannot-start.ts";
import { compactFile } from "./compact.ts";
import { region } from "./template/account.ts";
import type { TableDefinition } from "./template/records.ts";

export interface Database {
  /** `http://127.0.0.1:41234`, no slash at the end. */
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  /** Creates what is missing; what is there keeps its items. */
  create(tables: readonly TableDefinition[]): Promise<void>;
  /** Deletes these tables with all that is in them. */
  drop(tables: readonly TableDefinition[]): Promise<void>;
  /** Nothing that was deleted is left in the file, where the file is ours. */
  compact(): void;
  stop(): Promise<void>;
}

/**
 * The DynamoDB behind the world: a server of our own on the file `path`, or the one at `endpoint`.
 * @throws CannotStart when there is no binary for this platform, or nothing answers.
 */
export const openDatabase = async (where: { endpoint: string } | { path: string }): Promise<Database> => {
  const server =
    "path" in where ? await startServer(where.path) : { endpoint: where.endpoint.replace(/\/$/, "") };
  const client = new DynamoDBClient({
    endpoint: server.endpoint,
    region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const stop = async (): Promise<void> => {
    client.destroy();
    if ("child" in server) await end(server.child);
  };
  await untilItAnswers(client, server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    endpoint: server.endpoint,
    client,
    create: async (tables) => void (await Promise.all(tables.map((table) => createTable(client, table)))),
    drop: async (tables) => void (await Promise.all(tables.map((table) => dropTable(client, table)))),
    compact: () => {
      if ("path" in where) compactFile(where.path);
    },
    stop,
  };
};

type Server = { readonly endpoint: string; readonly child?: ChildProcess };

/**
 * The server must not outlive us, however we end: a shell waits on a pipe that the kernel closes with our process, and
 * then ends the server, whose id it has because the server takes the shell's place.
 */
const leash = 'exec 3<&0; (cat <&3 >/dev/null; kill $$) 2>/dev/null & exec "$0" "$@" 3<&- </dev/null';

const startServer = async (path: string): Promise<Required<Server>> => {
  const binary = findBinary();
  const port = await freePort();
  const child = spawn(
    "sh",
    ["-c", leash, binary, "--host", "127.0.0.1", "--port", String(port), "--db-path", path],
    {
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  child.once("exit", () => child.stdin.destroy());
  return { endpoint: `http://127.0.0.1:${port}`, child };
};

const findBinary = (): string => {
  try {
    const path = fileURLToPath(import.meta.resolve("@dynoxide/linux-x64/dynoxide"));
    accessSync(path, constants.X_OK);
    return path;
  } catch (error) {
    throw new CannotStart(
      "There is no DynamoDB for this platform in node_modules; run DynamoDB Local and set KEPT_DYNAMODB_ENDPOINT to its address.",
      { cause: error },
    );
  }
};

/** The server reports port 0 as it was given, so we choose; the moment between is ours to lose, and start says so. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const untilItAnswers = async (client: DynamoDBClient, server: Server): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.child !== undefined && server.child.exitCode !== null) break;
    const answers = await client.send(new ListTablesCommand({ Limit: 1 })).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await pause(20 + attempt);
  }
  throw new CannotStart(
    `No DynamoDB answers at ${server.endpoint}; check KEPT_DYNAMODB_ENDPOINT or the files in KEPT_DATA.`,
  );
};

const createTable = async (client: DynamoDBClient, table: TableDefinition): Promise<void> => {
  const command = new CreateTableCommand({
    TableName: table.name,
    KeySchema: [...table.keySchema],
    AttributeDefinitions: [...table.attributes],
    BillingMode: "PAY_PER_REQUEST",
    ...(table.indexes.length > 0 ? { GlobalSecondaryIndexes: table.indexes.map(index) } : {}),
  });
  await client.send(command).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
};

const index = ({ IndexName, KeySchema, Projection }: TableDefinition["indexes"][number]) => ({
  IndexName,
  KeySchema: [...KeySchema],
  Projection: {
    ...(Projection.ProjectionType ? { ProjectionType: Projection.ProjectionType } : {}),
    ...(Projection.NonKeyAttributes ? { NonKeyAttributes: [...Projection.NonKeyAttributes] } : {}),
  },
});

const dropTable = async (client: DynamoDBClient, { name }: TableDefinition): Promise<void> => {
  await client.send(new DeleteTableCommand({ TableName: name })).catch((error: unknown) => {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  });
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
