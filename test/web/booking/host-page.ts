import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

/** A company's own site on another origin than ours. */
export interface HostPage {
  readonly origin: string;
  /** What it shows, and the policy that it shows it under. */
  show(body: string, contentSecurityPolicy: string): void;
}

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** Its one script notes what the widget tells it. */
const script = `addEventListener("kept-booked", ({ detail }) => (document.body.dataset.booked = JSON.stringify(detail)));`;

/** Serves on loopback until the test has ended. */
export const aHostPage = async (): Promise<HostPage> => {
  let page = { body: "", policy: "" };
  const server = createServer(({ url }, response) => {
    if (url === "/favicon.ico") return response.writeHead(204).end();
    const isScript = url === "/own.js";
    const type = isScript ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, "content-security-policy": page.policy });
    return response.end(isScript ? script : page.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    show: (body, policy) => {
      const head = `<meta charset="utf-8"><title>Shop</title>`;
      page = { policy, body: `<!doctype html><html lang="en">${head}<main><h1>Shop</h1>${body}</main>` };
    },
  };
};
