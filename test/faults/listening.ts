import { once } from "node:events";
import type { Server } from "node:http";
import { afterAll } from "vitest";

const open: Server[] = [];

afterAll(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Listens on any port of this machine until the tests of a file are over. @returns its address. */
export const listening = async (server: Server): Promise<string> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(server);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return `http://127.0.0.1:${address.port}`;
};
