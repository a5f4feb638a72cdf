// oxlint-disable-next-line no-restricted-imports -- our own table takes no write without a condition
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { cells, dayKey } from "#core/appointment/cells.ts";
import { minute, plus } from "#core/time.ts";
import type { Aim, Outcome } from "./attempts.ts";

const TableName = "kept";

/** As many do it: look whether the time is free, then write. It must be caught, or this bench could catch nothing. */
export const byCheckThenWrite =
  (documents: DynamoDBDocumentClient) =>
  async ({ number, host, sessionType, start }: Aim): Promise<Outcome> => {
    const end = plus(start, Number(sessionType.slice("of-".length)) * minute);
    const [part] = cells(start, end);
    if (part === undefined) return "refused";
    const Key = { ...dayKey("control", host, part.day) };
    const { Item: taken } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    if (part.cells.some((cell) => taken?.[cell] !== undefined)) return "refused";
    const code = `C${number}`;
    const sets = part.cells.map((cell) => `${cell} = :code`).join(", ");
    const UpdateExpression = `SET ${sets}`;
    const ExpressionAttributeValues = { ":code": code };
    await documents.send(new UpdateCommand({ TableName, Key, UpdateExpression, ExpressionAttributeValues }));
    const head = {
      pk: `control#appointment#${code}`,
      sk: "head",
      type: "appointment",
      code,
      host,
      start,
      end,
    };
    await documents.send(new PutCommand({ TableName, Item: head }));
    return "booked";
  };
