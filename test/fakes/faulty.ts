import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What a system does to one request instead of answering it well; `…-after` has carried it out by then. */
export type Fault =
  | "500"
  | "500-after"
  | "drop"
  | "drop-after"
  | "429"
  | "401"
  | "400"
  | "slow"
  | "slow-after"
  | "html"
  | "redirect"
  | "large";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Faulty {
  readonly url: string;
  /** For the next requests, in order; an empty list is a good day. */
  readonly faults: (Fault | "none")[];
  /** To all requests, until it is taken off. */
  away: Fault | undefined;
  /** How many requests came in. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

/** A system on this machine that answers by `answer`, on its good days. */
export const aFaultySystem = async (answer: (request: Request) => Answer): Promise<Faulty> => {
  let asked = 0;
  const next = (): Fault | undefined => {
    const fault = faulty.faults.shift() ?? faulty.away;
    return fault === "none" ? undefined : fault;
  };
  const server = createServer((message, response) => {
    asked += 1;
    void serve(message, response, next, answer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  const faulty: Faulty = {
    url: `http://127.0.0.1:${address.port}`,
    faults: [],
    away: undefined,
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return faulty;
};

const serve = async (
  message: IncomingMessage,
  response: ServerResponse,
  next: () => Fault | undefined,
  answer: (request: Request) => Answer,
): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const { pathname, searchParams } = new URL(message.url ?? "/", "http://127.0.0.1");
  const fault = next();
  const isDone = fault === undefined || fault.endsWith("-after");
  const request = { path: pathname, query: searchParams, headers: message.headers };
  const text = Buffer.concat(parts).toString("utf8");
  const good = isDone ? answer({ ...request, method: message.method ?? "", text }) : { status: 200 };
  misbehave(response, fault, good);
};

const misbehave = (response: ServerResponse, fault: Fault | undefined, { status, body }: Answer): void => {
  switch (fault) {
    case undefined:
      return void response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify(body));
    case "drop":
    case "drop-after":
      return void response.destroy();
    case "slow":
    case "slow-after":
      return;
    case "html":
      return void response.writeHead(200, { "content-type": "text/html" }).end("<p>Hibernating</p>");
    case "redirect":
      return void response.writeHead(302, { location: "http://127.0.0.1:9/elsewhere" }).end();
    case "large":
      return void response.writeHead(200).end(JSON.stringify({ result: "x".repeat(300_000) }));
    case "429":
      return void response.writeHead(429, { "retry-after": "7200" }).end();
    case "400":
    case "401":
    case "500":
    case "500-after":
      return void response.writeHead(Number(fault.slice(0, 3))).end();
  }
};
