import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod/mini";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Idempotency } from "#core/idempotency.ts";
import { RequestProblem } from "./problems.ts";

/** API Gateway lets ten megabytes through; nothing that belongs here is longer than this, and files come by mail. */
const longestBody = 64 * 1024;

/** The body by its schema. Unknown keys, a wrong type and broken JSON are all told with their place. */
export const body = <Output>(event: APIGatewayProxyEventV2, schema: z.core.$ZodType<Output>): Output =>
  parsed(schema, json(text(event)));

export const query = <Output>(event: APIGatewayProxyEventV2, schema: z.core.$ZodType<Output>): Output =>
  parsed(schema, event.queryStringParameters ?? {});

const text = (event: APIGatewayProxyEventV2): string => {
  const raw = event.isBase64Encoded
    ? Buffer.from(event.body ?? "", "base64").toString("utf8")
    : (event.body ?? "");
  if (Buffer.byteLength(raw) > longestBody)
    throw new RequestProblem("too-large", "A body holds at most 64 KB; send files by e-mail.");
  return raw;
};

const json = (raw: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch {
    throw new RequestProblem(
      "invalid-request",
      "The body is not JSON: send an object, with content-type application/json.",
    );
  }
};

const parsed = <Output>(schema: z.core.$ZodType<Output>, input: unknown): Output => {
  const result = z.safeParse(schema, input);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({ place: path.join("."), message }));
  throw new RequestProblem("invalid-request", "Some of it cannot be read; see errors.", errors);
};

/** @throws RequestProblem `unknown-pack` for a company that is not served here. */
export const deployed = (ports: Ports, event: APIGatewayProxyEventV2): DeployedPolicy => {
  const pack = event.pathParameters?.["pack"] ?? "";
  const found = ports.policies.current(pack);
  if (found === undefined)
    throw new RequestProblem("unknown-pack", "No company of that name is served here.");
  return found;
};

const idempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/));

/** What makes a repeated request one: the key, and a digest that tells another request with the same key apart. */
export const idempotency = (event: APIGatewayProxyEventV2, pack: string): Idempotency => {
  const key = idempotencyKey.safeParse(event.headers["idempotency-key"]);
  if (!key.success)
    throw new RequestProblem(
      "idempotency-key-missing",
      "Send a header Idempotency-Key of 1 to 200 visible characters, a new one for each new request, such as a UUID.",
    );
  const digest = createHash("sha256")
    .update(`${event.rawPath}\n${text(event)}`)
    .digest("base64url");
  return { pack, key: key.data, fingerprint: digest };
};
