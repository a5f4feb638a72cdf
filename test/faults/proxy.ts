import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listening } from "./listening.ts";

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

/** Stands between a client and `target`, until the tests of a file are over. */
export const aProxy = async (target: string): Promise<Proxy> => {
  const seen: Passing[] = [];
  const answers: { passing: Passing; body: string }[] = [];
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await text(incoming);
    const passing = { operation: operationOf(incoming, body), body };
    seen.push(passing);
    const fault = proxy.rule(passing);
    if (typeof fault === "object") return reply(outgoing, fault.status, fault.body);
    const answer = fault === "reset" ? undefined : await forward(target, incoming, body);
    if (fault !== undefined || answer === undefined) return void incoming.socket.destroy();
    answers.push({ passing, body: answer.body });
    reply(outgoing, answer.status, answer.body);
  };
  const url = await listening(createServer((incoming, outgoing) => void pass(incoming, outgoing)));
  const proxy: Proxy = { url, seen, answers, rule: () => undefined };
  return proxy;
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
  return { status: response.statusCode ?? 502, body: await text(response) };
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
