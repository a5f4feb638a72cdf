import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Given } from "./command.ts";
import { Mistake, UsageMistake } from "./mistake.ts";

/** Asks a running world in the name of a member of staff. */
export interface StaffCall {
  /** @throws Mistake when the world does not answer, or says no. */
  get<Answer>(path: string, shape: z.ZodType<Answer>): Promise<Answer>;
  /** @throws Mistake as `get` does. */
  post<Answer>(path: string, body: object, shape: z.ZodType<Answer>): Promise<Answer>;
}

/** The options of every command that asks a running world. */
export const worldOptions = {
  url: { type: "string", value: "http://127.0.0.1:8787", does: "where the world is" },
  token: { type: "string", value: "local:anna", does: "of a member of staff; or set KEPT_TOKEN" },
} as const;

/** @throws UsageMistake without a token. */
export const staffCall = (given: Given): StaffCall => {
  const url = given.text("url") ?? worldOptions.url.value;
  // Out of the list of processes and the history of the shell, for whoever sets it there.
  const token = given.text("token") ?? process.env["KEPT_TOKEN"];
  if (token === undefined) throw new UsageMistake("missing: --token, or KEPT_TOKEN");
  const authorization = `Bearer ${token}`;
  return {
    get: async (path, shape) => read(await ask(addressOf(path, url), { headers: { authorization } }), shape),
    post: async (path, body, shape) => {
      const headers = { authorization, "content-type": "application/json", "idempotency-key": randomUUID() };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return read(await ask(addressOf(path, url), init), shape);
    },
  };
};

const read = async <Answer>(response: Response, shape: z.ZodType<Answer>): Promise<Answer> => {
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new Mistake(refusal.parse(body).detail ?? `the answer was ${response.status}`);
  return shape.parse(body);
};

const addressOf = (path: string, url: string): URL => {
  if (!URL.canParse(path, url))
    throw new UsageMistake(`--url is "${url}"; write one such as http://127.0.0.1:8787`);
  return new URL(path, url);
};

const refusal = z.object({ detail: z.string().optional() });

const ask = async (url: URL, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
  } catch {
    throw new Mistake(`${url.origin} does not answer: is a world running there?`);
  }
};
