import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetItemCommand, ListTablesCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotStart } from "#local/cannot-start.ts";
import { openDatabase } from "#local/dynamodb.ts";
import type { TableDefinition } from "#local/template/records.ts";

const table: TableDefinition = {
  name: "notes",
  keySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  attributes: [{ AttributeName: "pk", AttributeType: "S" }],
  indexes: [],
};
const note = { pk: { S: "a" }, text: { S: "kept" } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-dynamodb-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a table keeps its items when the database is opened again", async () => {
  const first = await openDatabase({ path: join(folder, "table.db") });
  await first.create([table]);
  await first.client.send(new PutItemCommand({ TableName: "notes", Item: note }));
  await first.stop();

  const second = await openDatabase({ path: join(folder, "table.db") });
  await second.create([table]);
  const { Item } = await second.client.send(
    new GetItemCommand({ TableName: "notes", Key: { pk: { S: "a" } } }),
  );
  await second.stop();
  expect(Item).toEqual(note);
});

test("a dropped table comes back empty", async () => {
  const database = await openDatabase({ path: join(folder, "table.db") });
  await database.create([table]);
  await database.client.send(new PutItemCommand({ TableName: "notes", Item: note }));
  await database.drop([table]);
  await database.create([table]);
  const { Item } = await database.client.send(
    new GetItemCommand({ TableName: "notes", Key: { pk: { S: "a" } } }),
  );
  await database.stop();
  expect(Item).toBeUndefined();
});

test("a database that runs elsewhere is used, and left running", async () => {
  const elsewhere = await openDatabase({ path: join(folder, "table.db") });
  const borrowed = await openDatabase({ endpoint: `${elsewhere.endpoint}/` });
  await borrowed.create([table]);
  await borrowed.stop();
  const { TableNames } = await elsewhere.client.send(new ListTablesCommand({}));
  await elsewhere.stop();
  expect(TableNames).toEqual(["notes"]);
});

test("a folder that cannot hold the database is said in one line", async () => {
  const opening = openDatabase({ path: join(folder, "missing", "deeper", "table.db") });
  await expect(opening).rejects.toThrow(CannotStart);
});
