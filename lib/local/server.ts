import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { CannotStart } from "./cannot-start.ts";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without the `?`. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body went on after `mostBytes`; `body` is what came before. */
  readonly cut: boolean;
  readonly sourceIp: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface Server {
  /** `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more requests; those under way are still answered. */
  refuse(): void;
  /** Cuts off what is still under way. */
  close(): Promise<void>;
}

export interface ServerSettings {
  /** 0 for any that is free. */
  readonly port: number;
  /** The setting to change when the port is taken. */
  readonly setting: string;
  /** Longer bodies are read to their end, and thrown away. */
  readonly mostBytes: number;
  readonly answer: (request: Request) => Promise<Answer>;
  /** What to say when `answer` fails, which is a fault of ours. */
  readonly fault: (error: unknown) => Answer;
}

/**
 * Serves HTTP on loopback, whole bodies at a time.
 * @throws CannotStart when the port is taken or not ours to take.
 */
export const listen = ({ port, setting, mostBytes, answer, fault }: ServerSettings): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((incoming, response) => {
      void read(incoming, mostBytes)
        .then(answer)
        .catch(fault)
        .then((given) => write(response, given));
    });
    server.once("error", (error: NodeJS.ErrnoException) => reject(portTrouble(error, port, setting)));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      const refuse = (): void => {
        server.close();
        server.closeIdleConnections();
      };
      resolve({ url: `http://127.0.0.1:${bound}`, port: bound, refuse, close });
    });
  });

const read = async (incoming: IncomingMessage, mostBytes: number): Promise<Request> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= mostBytes) chunks.push(chunk);
  }
  const [path = "/", ...rest] = (incoming.url ?? "/").split("?");
  const rawQuery = rest.join("?");
  return {
    method: incoming.method ?? "GET",
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    cut: length > mostBytes,
    sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
  };
};

const write = (response: ServerResponse, { status, headers, body }: Answer): void => {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers });
  response.end(body);
};

/** What a person can do about a port that cannot be opened; anything else is as it was. */
export const portTrouble = (error: NodeJS.ErrnoException, port: number, setting: string): Error => {
  if (error.code === "EADDRINUSE")
    return new CannotStart(
      `Port ${port} is taken; end what listens there, or set ${setting} to another port.`,
    );
  if (error.code === "EACCES")
    return new CannotStart(`Port ${port} may not be opened by you; set ${setting} to a port above 1023.`);
  return error;
};
