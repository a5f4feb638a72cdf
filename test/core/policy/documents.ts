import { readdirSync, readFileSync } from "node:fs";
import { readPolicy } from "#core/policy/read.ts";
import type { Policy } from "#core/policy/shape.ts";

const folder = new URL("../../../policies/", import.meta.url);

export const policySchemaFile = "policy.schema.json";

export const readDocument = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** The companies' documents, by file name. */
export const policyFiles: readonly string[] = readdirSync(folder).filter(
  (name) => name.endsWith(".json") && name !== policySchemaFile,
);

/** The policy in that file, or a failed test that names what is wrong with it. */
export const thePolicy = (name: string): Policy => {
  const read = readPolicy(readDocument(name));
  if ("mistakes" in read) throw new Error(`${name}: ${JSON.stringify(read.mistakes, null, 2)}`);
  return read.policy;
};
