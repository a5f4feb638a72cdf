import { once } from "node:events";
import { createServer, type Socket } from "node:net";

interface Loopback {
  readonly port: number;
  /** What came in, on all connections together. */
  readonly received: () => string;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A server on this machine that does to each connection what a test says, once a whole request head has come in. */
export const loopback = async (answer: (socket: Socket) => void): Promise<Loopback> => {
  const sockets = new Set<Socket>();
  let received = "";
  const server = createServer((socket) => {
    sockets.add(socket);
    let head = "";
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      received += data.toString();
      const whole = head.includes("\r\n\r\n");
      head += data.toString();
      if (!whole && head.includes("\r\n\r\n")) answer(socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return {
    port: address.port,
    received: () => received,
    connections: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
};

/** A port that nothing listens on. */
export const closedPort = async (): Promise<number> => {
  const { port, close } = await loopback(() => undefined);
  await close();
  return port;
};

/** Answers each request as a provider of the Query protocol does. */
export const answering =
  (status: number, body: string) =>
  (socket: Socket): void => {
    socket.end(
      `HTTP/1.1 ${status} X\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  };

export const queryError = (code: string, message: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

/** What a client needs to talk to a port of this machine. */
export const onLoopback = (port: number) => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: "eu-west-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});
