import * as z from "zod";
import type { LambdaFunction } from "./records.ts";
import type { Found, Stack } from "./stack.ts";

const environment = z
  .object({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
  .default({ Variables: {} });
const code = z.object({ S3Key: z.string().optional() }).loose().optional();

/** Functions that say where their source is (`kept:source`); the CDK's own helpers do not, and have no part here. */
export const functionsOf = (stack: Stack): LambdaFunction[] =>
  stack
    .of("AWS::Lambda::Function")
    .filter(({ metadata }) => typeof metadata["kept:source"] === "string")
    .map(functionOf);

const functionOf = (resource: Found): LambdaFunction => {
  const handler = resource.read("Handler", z.string().default("index.handler"));
  const key = resource.read("Code", code)?.S3Key;
  return {
    name: resource.name(),
    source: String(resource.metadata["kept:source"]),
    ...(key === undefined ? {} : { bundle: `asset.${key.replace(/\.zip$/, "")}` }),
    handler: handler.slice(handler.lastIndexOf(".") + 1),
    timeoutSeconds: resource.read("Timeout", z.number().default(3)),
    environment: resource.read("Environment", environment).Variables,
  };
};
