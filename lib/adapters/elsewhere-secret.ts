import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";
import { oneAttempt } from "./sending.ts";

/** Nobody is to be told: a decision, unlike credentials that are missing. */
const off = z.literal("off");
const url = z.url();
const text = z.string().check(z.minLength(1));

const serviceNow = z.union([
  z.strictObject({ url, user: text, password: text }),
  z.strictObject({ url, clientId: text, clientSecret: text }),
]);

const pct = z.strictObject({
  url,
  secret: z
    .string()
    .check(z.regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, "whsec_ and at least 24 bytes in base64")),
});

/** By company, then by system. */
const shape = z.record(
  z.string(),
  z.strictObject({
    servicenow: z.optional(z.union([off, serviceNow])),
    pct: z.optional(z.union([off, pct])),
  }),
);

export type ServiceNowAccess = z.infer<typeof serviceNow>;
export type PctAccess = z.infer<typeof pct>;
export type Accesses = z.infer<typeof shape>;

/** The ways in as they are now. `unavailable`: the secret cannot be had. `unreadable`: it is not of this shape. */
export type ReadAccesses = () => Promise<Accesses | NoAccesses>;
export type NoAccesses = "unavailable" | "unreadable";

/** How long a Lambda may go on with what was there before. */
const freshForMilliseconds = 5 * 60 * 1000;

const timeoutMilliseconds = 2000;

export const createAccesses = (
  secretName: string,
  client = new SecretsManagerClient(oneAttempt(timeoutMilliseconds)),
): ReadAccesses => {
  let read: { accesses: Accesses; at: number } | undefined;
  return async () => {
    if (read !== undefined && performance.now() - read.at < freshForMilliseconds) return read.accesses;
    const text = await fetchText(client, secretName);
    const accesses = text === undefined ? "unavailable" : parsed(text);
    read = typeof accesses === "string" ? undefined : { accesses, at: performance.now() };
    return accesses;
  };
};

const fetchText = async (client: SecretsManagerClient, secretName: string): Promise<string | undefined> => {
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: secretName }))).SecretString;
  } catch {
    return undefined;
  }
};

/** What is wrong with it is not said: an error would quote the secret. */
const parsed = (text: string): Accesses | "unreadable" => {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return "unreadable";
  }
};
