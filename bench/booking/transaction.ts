// oxlint-disable-next-line no-restricted-imports -- the peer is the SDK without anything of ours around it
import { type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
// oxlint-disable-next-line no-restricted-imports -- the peer is the SDK without anything of ours around it
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { expression } from "#adapters/expressions.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { type Key, keyOf, type Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { book } from "#steps/book.ts";
import { aWorld } from "../../test/builders/world.ts";
import { type Body, fingerprintOf, requestOf } from "./requests.ts";

export type Transaction = TransactWriteCommandInput;

/** What one booking asks of the table and of Step Functions, in its order. */
export type Asked =
  | { readonly get: Key }
  | { readonly commit: readonly Write[] }
  | { readonly start: { readonly name: string; readonly input: string } };

/** What the handler would ask for this booking: caught from the real step over a table in memory. */
export const askedBy = async (
  deployed: DeployedPolicy,
  body: Body,
  {
    key,
    code,
    now,
    pack,
  }: { readonly key: string; readonly code: string; readonly now: Instant; readonly pack: string },
): Promise<Asked[]> => {
  const world = aWorld(now);
  const { get, commit } = world.table;
  const caught: Asked[] = [];
  const ports = {
    ...world,
    newCode: () => code,
    executions: {
      ...world.executions,
      start: async (_machine: string, name: string, input: string) =>
        void caught.push({ start: { name, input } }),
    },
    table: {
      ...world.table,
      get: (at: Key) => {
        caught.push({ get: { pk: at.pk, sk: at.sk } });
        return get(at);
      },
      commit: (writes: readonly Write[]) => {
        caught.push({ commit: writes });
        return commit(writes);
      },
    },
  };
  const request = { pack: "taxdome", key, fingerprint: fingerprintOf(body) };
  const booked = await book(ports, deployed, requestOf(body), request);
  if (isRefusal(booked)) throw new Error(booked.detail);
  return elsewhere(caught, pack);
};

/** The same under another company's keys, so that both can be asked of one table. */
const elsewhere = (asked: readonly Asked[], pack: string): Asked[] =>
  JSON.parse(JSON.stringify(asked).replaceAll('"taxdome#', `"${pack}#`)) as Asked[];

/** The booking's own transaction: its first. */
export const transactionOf = (asked: readonly Asked[]): Transaction => {
  for (const each of asked) if ("commit" in each) return transaction(each.commit);
  throw new Error("a booking without a transaction");
};

const transaction = (writes: readonly Write[]): Transaction => ({ TransactItems: writes.map(entry) });

const entry = (write: Write): NonNullable<Transaction["TransactItems"]>[number] => {
  const { pk, sk } = keyOf(write);
  const item = { TableName: "kept", ...expression(write) };
  if ("put" in write) return { Put: { ...item, Item: write.put } };
  if ("update" in write)
    return { Update: { ...item, UpdateExpression: item.UpdateExpression ?? "", Key: { pk, sk } } };
  return { ConditionCheck: { ...item, Key: { pk, sk } } };
};

export const send = (documents: DynamoDBDocumentClient, transaction: Transaction): Promise<unknown> =>
  documents.send(new TransactWriteCommand(transaction));

const stateMachineArn = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-taxdome-appointment";

/** All of it, by the SDK alone; a write that stands alone goes without a transaction there too, as it does in ours. */
export const sendAll = async (
  documents: DynamoDBDocumentClient,
  states: SFNClient,
  asked: readonly Asked[],
): Promise<void> => {
  for (const each of asked)
    if ("get" in each)
      await documents.send(new GetCommand({ TableName: "kept", Key: each.get, ConsistentRead: true }));
    else if ("start" in each)
      await states.send(new StartExecutionCommand({ stateMachineArn, ...each.start }));
    else await sendWrites(documents, each.commit);
};

const sendWrites = async (documents: DynamoDBDocumentClient, writes: readonly Write[]): Promise<void> => {
  const { Update: only } = entry(writes[0]!);
  if (writes.length > 1 || only === undefined) await send(documents, transaction(writes));
  else await documents.send(new UpdateCommand(only));
};
