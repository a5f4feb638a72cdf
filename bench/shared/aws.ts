import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";

/** Everything of AWS but the table, answering at once that all is well: nothing of it is measured. */
export interface Aws {
  readonly url: string;
  /** How many requests of each kind came, `StartExecution` say. */
  readonly asked: ReadonlyMap<string, number>;
  close(): void;
}

export const openAws = async (): Promise<Aws> => {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const action = actionOf(request, body);
      asked.set(action, (asked.get(action) ?? 0) + 1);
      response.end(answers[action] ?? "{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${portOf(server)}`, asked, close: () => void server.close() };
};

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
};

/** The JSON protocol names the action in a header, Query in its form. */
const actionOf = ({ headers }: IncomingMessage, body: string): string =>
  String(headers["x-amz-target"] ?? "")
    .split(".")
    .at(-1) ||
  (new URLSearchParams(body).get("Action") ?? "");

const answers: Readonly<Record<string, string>> = {
  GetSecretValue: JSON.stringify({ SecretString: JSON.stringify({ current: "a".repeat(64) }) }),
  StartExecution: JSON.stringify({
    executionArn: "arn:aws:states:eu-west-1:000000000000:execution:x:y",
    startDate: 1,
  }),
  SendRawEmail:
    '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
};
