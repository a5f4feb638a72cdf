// The peer of this bench is the SDK without anything of ours around it.
// oxlint-disable-next-line no-restricted-imports
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { expression } from "#adapters/expressions.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { keyOf, type Write } from "#core/table.ts";
import { type Instant } from "#core/time.ts";
import { book } from "#steps/book.ts";
import { aWorld } from "../../test/builders/world.ts";
import { type Body, fingerprintOf, requestOf } from "./requests.ts";

export type Transaction = TransactWriteCommandInput;

/** What the handler would commit for this booking, ready to be sent: caught from the real step over a table in memory. */
export const transactionOf = async (
  deployed: DeployedPolicy,
  body: Body,
  {
    key,
    code,
    now,
    pack,
  }: { readonly key: string; readonly code: string; readonly now: Instant; readonly pack: string },
): Promise<Transaction> => {
  const world = aWorld(now);
  let caught: readonly Write[] | undefined;
  const { commit } = world.table;
  const ports = {
    ...world,
    newCode: () => code,
    table: {
      ...world.table,
      commit: (writes: readonly Write[]) => {
        caught ??= writes;
        return commit(writes);
      },
    },
  };
  const booked = await book(ports, deployed, requestOf(body), {
    pack: "taxdome",
    key,
    fingerprint: fingerprintOf(body),
  });
  if (isRefusal(booked) || caught === undefined) throw new Error("the booking was refused");
  return { TransactItems: elsewhere(caught, pack).map(entry) };
};

/** The same writes under another company's keys, so that both can be made in one table. */
const elsewhere = (writes: readonly Write[], pack: string): Write[] =>
  JSON.parse(JSON.stringify(writes).replaceAll('"taxdome#', `"${pack}#`)) as Write[];

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
