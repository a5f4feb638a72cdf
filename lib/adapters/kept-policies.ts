import { createHash } from "node:crypto";
import type { Policy } from "#core/policy/shape.ts";
import type { Key, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Table } from "./ports.ts";

/** A document as it was deployed, word for word: its version is the hash of that text. */
export interface PolicyText {
  readonly pack: string;
  readonly version: string;
  readonly text: string;
}

/** `taxdome@3f9c2ab41d07`: another content, however small, is another version. */
export const policyVersion = (pack: string, document: object): string =>
  `${pack}@${createHash("sha256").update(JSON.stringify(document)).digest("hex").slice(0, 12)}`;

const policyKey = (pack: string, version: string): Key => ({ pk: `${pack}#policy`, sk: version });

/** Writes down each version once, for as long as the table lives: promises that were made under it name it. */
export const keepPolicies = async (
  table: Pick<Table, "commit">,
  texts: readonly PolicyText[],
  now: Instant,
): Promise<void> => {
  await Promise.all(texts.map((each) => table.commit([keep(each, now)])));
};

const keep = ({ pack, version, text }: PolicyText, now: Instant): Write => ({
  put: { ...policyKey(pack, version), type: "policy", text, firstUsedAt: now },
  if: { exists: false },
});

/**
 * A policy as it stood under this version; `undefined` when it was never used.
 * @throws when today's shape of a policy has no place for it: the shape may grow, and must go on reading what was.
 */
export const readKeptPolicy = async (
  table: Pick<Table, "get">,
  pack: string,
  version: string,
): Promise<Policy | undefined> => {
  const item = await table.get(policyKey(pack, version));
  if (item === undefined) return undefined;
  const { readPolicy } = await import("#core/policy/read.ts");
  const read = readPolicy(JSON.parse(String(item["text"])));
  if ("policy" in read) return read.policy;
  throw new Error(`the policy ${version} cannot be read any more: ${JSON.stringify(read.mistakes)}`);
};
