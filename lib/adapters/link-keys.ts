import { createHash } from "node:crypto";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";

const secret = z.string().check(z.minLength(32));

/** `current` signs; `previous` still verifies, so that links which are out survive a rotation until the next one. */
const secretShape = z.object({ current: secret, previous: z.optional(secret) });

export interface LinkKey {
  /** Six letters that say which key signed: a digest of it, so nobody has to number keys. */
  readonly id: string;
  readonly secret: string;
}

/** The live keys, the one that signs first. */
export type LinkKeys = () => Promise<readonly LinkKey[]>;

/** How long a Lambda may go on with keys that were rotated meanwhile; a rotation waits at least that long between two. */
const freshForMilliseconds = 5 * 60 * 1000;

export const createLinkKeys = (secretName: string, client = new SecretsManagerClient({})): LinkKeys => {
  let read: { keys: Promise<readonly LinkKey[]>; at: number } | undefined;
  return () => {
    if (read === undefined || performance.now() - read.at > freshForMilliseconds)
      read = { keys: fetchKeys(client, secretName), at: performance.now() };
    read.keys.catch(() => (read = undefined));
    return read.keys;
  };
};

const fetchKeys = async (client: SecretsManagerClient, secretName: string): Promise<LinkKey[]> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretName }));
  const { current, previous } = secretShape.parse(JSON.parse(SecretString ?? "{}"));
  return [current, ...(previous === undefined ? [] : [previous])].map((secret) => ({
    id: keyId(secret),
    secret,
  }));
};

const keyId = (secret: string): string => createHash("sha256").update(secret).digest("base64url").slice(0, 6);
