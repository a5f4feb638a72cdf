import * as z from "zod";
import { answers } from "../answers.ts";
import { requests } from "./operation.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

export const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** A request as it may be sent, and an answer as it comes: what is read in any form is written in one. */
export const componentSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  ...schemasOf(requests, "input"),
  ...schemasOf(answers, "output"),
});

const schemasOf = (shapes: Readonly<Record<string, z.core.$ZodType>>, io: "input" | "output") =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, schemaOf(shape, io)]));

/** OpenAPI 3.1 is JSON Schema 2020-12, but names the dialect once for all. */
const schemaOf = (shape: z.core.$ZodType, io: "input" | "output"): JsonSchema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
};

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

/** Each property of the query's schema. */
export const queryParameters = (query: z.core.$ZodObject): Parameter[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: schema as JsonSchema,
  }));
};

/** The names in braces. */
export const pathParameters = (path: string): Parameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

export const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "New for each new request, such as a UUID: the same request again with its key is done once",
  schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" },
};
