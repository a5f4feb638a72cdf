import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { elsewhereShards } from "#core/case/elsewhere.ts";
import { wakeShards } from "#core/table.ts";
import { earliest, type Instant, instant } from "#core/time.ts";
import type { Database } from "./dynamodb.ts";
import type { TableDefinition } from "./template/records.ts";

/** Reads the head of every shard of the `due` index, in all tables that have one. */
export const earliestWakeIn =
  (database: Pick<Database, "client">, tables: readonly TableDefinition[]) =>
  async (): Promise<Instant | undefined> => {
    const heads = tables
      .filter(({ indexes }) => indexes.some(({ IndexName }) => IndexName === "due"))
      .flatMap(({ name }) =>
        [...wakeShards, ...elsewhereShards].map((shard) => headOf(database, name, shard)),
      );
    return earliest((await Promise.all(heads)).filter((head) => head !== undefined));
  };

const headOf = async (
  { client }: Pick<Database, "client">,
  table: string,
  shard: string,
): Promise<Instant | undefined> => {
  const query = new QueryCommand({
    TableName: table,
    IndexName: "due",
    KeyConditionExpression: "wakeShard = :shard",
    ExpressionAttributeValues: { ":shard": { S: shard } },
    Limit: 1,
  });
  const wakeAt = (await client.send(query)).Items?.[0]?.["wakeAt"]?.S;
  return wakeAt === undefined ? undefined : instant(wakeAt);
};
