import * as z from "zod";
import type { TableDefinition } from "./records.ts";
import type { Stack } from "./stack.ts";

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const attributes = z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) }));
const indexes = z
  .array(
    z.object({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.object({
        ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]).optional(),
        NonKeyAttributes: z.array(z.string()).optional(),
      }),
    }),
  )
  .default([]);

export const tablesOf = (stack: Stack): TableDefinition[] =>
  stack.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable").map((table) => ({
    name: table.name(),
    keySchema: table.read("KeySchema", keySchema),
    attributes: table.read("AttributeDefinitions", attributes),
    indexes: table.read("GlobalSecondaryIndexes", indexes),
  }));
