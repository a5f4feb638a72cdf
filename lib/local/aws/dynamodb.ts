import type { Answer, Request } from "../server.ts";
import { jsonError } from "./json.ts";

export interface DynamodbProxy {
  /** Called after a request that may have changed when something wants to be woken, before it is answered. */
  readonly wakesMayHaveChanged: () => void;
}

/** Of the headers that came, those that describe the connection to us and not the request. */
const ofTheConnection = new Set([
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "keep-alive",
  "expect",
]);

/** Hands a request on as it is, and the answer back; a database that does not answer is AWS's own 500. */
export const dynamodbEndpoint =
  (endpoint: string, { wakesMayHaveChanged }: DynamodbProxy) =>
  async (request: Request): Promise<Answer> => {
    try {
      const answer = await forward(endpoint, request);
      if (mayChangeWakes(request)) wakesMayHaveChanged();
      return answer;
    } catch (error) {
      return jsonError(new Error("The DynamoDB behind the local world does not answer.", { cause: error }));
    }
  };

const forward = async (
  endpoint: string,
  { method, path, rawQuery, headers, body }: Request,
): Promise<Answer> => {
  const kept = Object.entries(headers).filter(([name]) => !ofTheConnection.has(name));
  const response = await fetch(`${endpoint}${path}${rawQuery && `?${rawQuery}`}`, {
    method,
    headers: kept.map(([name, value]) => [name, String(value)]),
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  });
  const answered = [...response.headers].filter(
    ([name]) => !ofTheConnection.has(name) && name !== "content-encoding",
  );
  return {
    status: response.status,
    headers: Object.fromEntries(answered),
    body: Buffer.from(await response.arrayBuffer()),
  };
};

const writes = /\.(PutItem|UpdateItem|BatchWriteItem|TransactWriteItems)$/;

const mayChangeWakes = ({ headers, body }: Request): boolean =>
  writes.test(String(headers["x-amz-target"])) && body.includes("wakeAt");
