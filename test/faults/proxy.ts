import { once } from "node:events";
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { afterAll } from "vitest";

/** A request on its way: `operation` is the last part of the AWS target, or the Query protocol's `Action`. */
export interface Passing {
  readonly operation: string;
  readonly body: string;
}

/** What happens to it: an answer of our own, no answer at all, or the real one, which is lost on the way back. */
export type Fault = { readonly status: number; readonly body: string } | "reset" | "lose-answer";

export interface Proxy {
  readonly url: string;
  readonly seen: readonly Passing[];
  /** Decides for each request; `undefined` lets it pass. */
  rule: (passing: Passing) => Fault | undefined;
  /** The answers that were let through, so that an old one can be served again. */
  readonly answers: readonly { readonly passing: Passing; readonly body: string }[];
}

const open: Server[] = [];

afterAll(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Stands between a client and `target`, until the tests of a file are over. */
export const aProxy = async (target: string): Promise<Proxy> => {
  const seen: Passing[] = [];
  const answers: { passing: Passing; body: string }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await textOf(incoming);
    const passing = { operation: operationOf(incoming, body), body };
    seen.push(passing);
    const fault = proxy.rule(passing);
    if (fault === "reset") return void incoming.socket.destroy();
    if (typeof fault === "object") return reply(outgoing, fault.status, fault.body);
    const answer = await forward(target, incoming, body);
    if (fault === "lose-answer") return void incoming.socket.destroy();
    answers.push({ passing, body: answer.body });
    reply(outgoing, answer.status, answer.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(server);
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const proxy: Proxy = { url: `http://127.0.0.1:${port}`, seen, answers, rule: () => undefined };
  return proxy;
};

const textOf = async (stream: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const operationOf = ({ headers }: IncomingMessage, body: string): string => {
  const target = headers["x-amz-target"];
  return typeof target === "string"
    ? (target.split(".").at(-1) ?? "")
    : (new URLSearchParams(body).get("Action") ?? "");
};

const forward = async (target: string, { method, url, headers }: IncomingMessage, body: string) => {
  const request = ask(new URL(url ?? "/", target), { method, headers }).end(body);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 502, body: await textOf(response) };
};

const reply = (outgoing: ServerResponse, status: number, body: string): void => {
  const type = body.startsWith("<") ? "text/xml" : "application/x-amz-json-1.0";
  outgoing.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
};

/** As DynamoDB and Step Functions say no. */
export const refusal = (type: string, more: object = {}, status = 400): Fault => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.local#${type}`, message: `played: ${type}`, ...more }),
});

/** A transaction that was cancelled, with a reason for each of its writes. */
export const cancelled = (...codes: readonly string[]): Fault =>
  refusal("TransactionCanceledException", { CancellationReasons: codes.map((Code) => ({ Code })) });

/** As SES and SNS say no. */
export const queryRefusal = (code: string, message: string, status = 400): Fault => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
