/** A thread that answers at once, to whatever it is asked, that all is well; its first message is its address. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { parentPort } from "node:worker_threads";

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

const server = createServer((request, response) => {
  void text(request).then((body) => response.end(answers[actionOf(request, body)] ?? "{}"));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
parentPort?.postMessage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
