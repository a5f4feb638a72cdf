import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { Contended } from "#core/errors.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { type Instant, plus } from "#core/time.ts";
import { expression } from "./expressions.ts";
import type { Committed, Made, Table } from "./ports.ts";

export const createTable = (name: string, client = new DynamoDBClient({})): Table => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    get: async (key) => {
      const { Item: item } = await documents.send(
        new GetCommand({ TableName: name, Key: onlyKey(key), ConsistentRead: true }),
      );
      return item as Item | undefined;
    },
    list: (pk, from, to) => list(documents, name, pk, from, to),
    commit: async (writes) => {
      const [only, ...others] = writes;
      if (only === undefined) return { committed: true };
      return others.length === 0 && !("check" in only)
        ? single(documents, name, only)
        : transaction(documents, name, writes);
    },
    due: (shard, until) => due(documents, name, shard, until),
    made: (month, span, limit) => made(documents, name, month, span, limit),
  };
};

const onlyKey = ({ pk, sk }: Key): Key => ({ pk, sk });

const list = async (
  documents: DynamoDBDocumentClient,
  name: string,
  pk: string,
  from: string,
  to: string,
): Promise<Item[]> => {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":pk": pk, ":from": from, ":to": to },
    },
  );
  const items: Item[] = [];
  for await (const page of pages) items.push(...((page.Items ?? []) as Item[]));
  return items;
};

async function* due(
  documents: DynamoDBDocumentClient,
  name: string,
  shard: string,
  until: string,
): AsyncIterable<Key> {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: name,
      IndexName: "due",
      KeyConditionExpression: "wakeShard = :shard AND wakeAt <= :until",
      ExpressionAttributeValues: { ":shard": shard, ":until": until },
    },
  );
  for await (const page of pages) for (const item of page.Items ?? []) yield onlyKey(item as Item);
}

const made = async (
  documents: DynamoDBDocumentClient,
  name: string,
  month: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  limit: number,
): Promise<Made[]> => {
  const { Items: items = [] } = await documents.send(
    new QueryCommand({
      TableName: name,
      IndexName: "made",
      KeyConditionExpression: "madeIn = :month AND madeAt BETWEEN :from AND :last",
      // Both ends of BETWEEN belong to it.
      ExpressionAttributeValues: { ":month": month, ":from": from, ":last": plus(to, -1) },
      Limit: limit,
    }),
  );
  return items as Made[];
};

/** One write alone needs no transaction, which would cost twice. Its guard makes a repeated attempt harmless. */
const single = async (documents: DynamoDBDocumentClient, name: string, write: Write): Promise<Committed> => {
  const table = { TableName: name, ...expression(write) };
  try {
    if ("put" in write) await documents.send(new PutCommand({ ...table, Item: write.put }));
    else if ("update" in write)
      await documents.send(new UpdateCommand({ ...table, Key: onlyKey(write.update) }));
    else if ("delete" in write)
      await documents.send(new DeleteCommand({ ...table, Key: onlyKey(write.delete) }));
    return { committed: true };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { committed: false, refused: [0] };
    throw error;
  }
};

type Entry = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

const entry = (name: string, write: Write): Entry => {
  const table = { TableName: name, ...expression(write) };
  if ("put" in write) return { Put: { ...table, Item: write.put } };
  if ("delete" in write) return { Delete: { ...table, Key: onlyKey(write.delete) } };
  if ("check" in write) return { ConditionCheck: { ...table, Key: onlyKey(write.check) } };
  return { Update: { ...table, UpdateExpression: table.UpdateExpression ?? "", Key: onlyKey(write.update) } };
};

/** Enough for two hundred requests on one item; each try waits longer than the one before, by chance. */
const tries = 10;

/**
 * The SDK gives each command a token and repeats it with the same one, so that an answer lost on the way back does not
 * commit twice; our own repetition after a conflict is a new command, for nothing was written.
 */
const transaction = async (
  documents: DynamoDBDocumentClient,
  name: string,
  writes: readonly Write[],
): Promise<Committed> => {
  const TransactItems = writes.map((write) => entry(name, write));
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
      return { committed: true };
    } catch (error) {
      const verdict = cancellation(error);
      if (verdict !== "contended") return { committed: false, refused: verdict };
    }
    await pause(attempt);
  }
  throw new Contended(`${tries} tries of a transaction met others`);
};

const passing = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "ThrottlingException",
]);

/**
 * Sorts every reason of a cancelled transaction: a guard that failed is an answer, even beside contention; contention
 * alone may be tried again; anything else is a fault of ours and is thrown.
 */
const cancellation = (error: unknown): "contended" | number[] => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None");
  const refused = codes.flatMap((code, at) => (code === "ConditionalCheckFailed" ? [at] : []));
  if (refused.length > 0) return refused;
  if (codes.some((code) => passing.has(code)) && codes.every((code) => code === "None" || passing.has(code)))
    return "contended";
  throw error;
};

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20 * 2 ** attempt, 1_000)));
