import * as z from "zod";
import type { Secret } from "./records.ts";
import type { Stack } from "./stack.ts";

const generated = z
  .object({ SecretStringTemplate: z.string().optional(), GenerateStringKey: z.string().optional() })
  .loose()
  .optional();

export const secretsOf = (stack: Stack): Secret[] =>
  stack.of("AWS::SecretsManager::Secret").map((secret) => {
    const { SecretStringTemplate: template, GenerateStringKey: key } =
      secret.read("GenerateSecretString", generated) ?? {};
    const text = secret.read("SecretString", z.string().optional());
    if (text !== undefined) return { name: secret.name(), text };
    return { name: secret.name(), ...(key === undefined ? {} : { template: template ?? "{}", key }) };
  });
