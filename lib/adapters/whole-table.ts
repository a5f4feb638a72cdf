import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { Item } from "#core/table.ts";
import type { WholeTable } from "./personal-ports.ts";

/** Reads the table from end to end: a read unit for each 4 KB that is in it, so for rare occasions only. */
export const createWholeTable = (name: string, client = new DynamoDBClient({})): WholeTable => {
  const documents = DynamoDBDocumentClient.from(client);
  return { part: (part, of) => scan(documents, name, part, of) };
};

async function* scan(
  client: DynamoDBDocumentClient,
  name: string,
  part: number,
  of: number,
): AsyncIterable<Item> {
  const wanted = { TableName: name, ConsistentRead: true, Segment: part, TotalSegments: of };
  for await (const page of paginateScan({ client }, wanted))
    for (const item of page.Items ?? []) yield item as Item;
}
