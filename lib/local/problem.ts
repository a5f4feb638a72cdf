import { STATUS_CODES } from "node:http";
import type { Answer } from "./server.ts";

/** An error as the API gives them all (RFC 9457), with our stable code. */
export const problem = (status: number, code: string, detail: string): Answer => ({
  status,
  headers: { "content-type": "application/problem+json" },
  body: JSON.stringify({ type: "about:blank", title: STATUS_CODES[status] ?? "", status, detail, code }),
});
