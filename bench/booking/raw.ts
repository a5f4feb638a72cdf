import { Agent, request } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
// The requests that the SDK would send, caught before they leave, so that they can be sent without it.
// oxlint-disable-next-line no-restricted-imports -- its requests are caught
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
// oxlint-disable-next-line no-restricted-imports -- the peer is the SDK without anything of ours around it
import { SFNClient } from "@aws-sdk/client-sfn";
// oxlint-disable-next-line no-restricted-imports -- its requests are caught
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { send, type Transaction } from "./transaction.ts";

/** One request as it goes over the wire. */
export interface Wire {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** For the start of an execution, as bare as the other. */
export const statesFor = (endpoint: string): SFNClient =>
  new SFNClient({ endpoint, region: "eu-west-1", credentials });

const credentials = { accessKeyId: "local", secretAccessKey: "local" };

export const clientFor = (endpoint: string, more: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: "eu-west-1", credentials, ...more }));

export const wiresOf = async (endpoint: string, transactions: readonly Transaction[]): Promise<Wire[]> => {
  const wires: Wire[] = [];
  const handle = async ({ body, headers }: Wire) => {
    wires.push({ body, headers });
    return { response: { statusCode: 200, headers: {}, body: Readable.from(["{}"]) } };
  };
  const requestHandler = { handle } as unknown as NonNullable<DynamoDBClientConfig["requestHandler"]>;
  const catching = clientFor(endpoint, { requestHandler });
  for (const transaction of transactions) await send(catching, transaction);
  return wires;
};

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** @throws Error with the database's own words when it refuses. */
export const post = (endpoint: string, { body, headers }: Wire): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request(endpoint, { method: "POST", headers, agent }, (response) => {
      void text(response).then((answer) =>
        response.statusCode === 200 ? resolve() : reject(new Error(answer)),
      );
    });
    asked.once("error", reject).end(body);
  });
