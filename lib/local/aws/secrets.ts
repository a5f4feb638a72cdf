import { createHash } from "node:crypto";
import * as z from "zod";
import type { Answer, Request } from "../server.ts";
import { arn } from "../template/account.ts";
import type { Secret } from "../template/records.ts";
import { AwsError, unknownAction } from "./aws-error.ts";
import { jsonAnswer, jsonBody, jsonError, targetAction } from "./json.ts";

const getSecretValue = z.object({ SecretId: z.string() });

/** Secrets Manager, to be read only. */
export const secretsEndpoint =
  (secrets: readonly Secret[]) =>
  async (request: Request): Promise<Answer> => {
    try {
      if (targetAction(request) !== "GetSecretValue")
        throw unknownAction("secretsmanager", targetAction(request));
      return jsonAnswer(valueOf(secrets, getSecretValue.parse(jsonBody(request)).SecretId));
    } catch (error) {
      return jsonError(error);
    }
  };

const valueOf = (secrets: readonly Secret[], id: string) => {
  const secret = secrets.find(({ name }) => id === name || id === arn("secretsmanager", `secret:${name}`));
  if (secret === undefined)
    throw new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  return {
    ARN: arn("secretsmanager", `secret:${secret.name}`),
    Name: secret.name,
    SecretString: textOf(secret),
    VersionId: "00000000-0000-0000-0000-000000000000",
    VersionStages: ["AWSCURRENT"],
  };
};

/** Derived from the name: links in mails still open after a restart or a reset, and nothing here is worth guarding. */
const textOf = ({ name, text, template, key }: Secret): string => {
  if (text !== undefined) return text;
  const generated = createHash("sha256").update(`the local world's ${name}`).digest("hex");
  if (template === undefined || key === undefined) return generated;
  return JSON.stringify({ ...(JSON.parse(template) as object), [key]: generated });
};
