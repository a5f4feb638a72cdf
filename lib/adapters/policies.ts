import { createHash } from "node:crypto";
import { readPolicy } from "#core/policy/read.ts";
import { readDocument } from "./documents.ts";
import { type PolicyText, readKeptPolicy } from "./kept-policies.ts";
import type { DeployedPolicy, Policies, Table } from "./ports.ts";

const packs = ["bnc", "expandit", "solar", "taxdome"] as const;

/** @throws when a document that was bundled is no policy: the build checks them, so this is a fault. */
const deployed = (pack: string): DeployedPolicy => {
  const document = readDocument(pack);
  const read = readPolicy(document);
  if ("mistakes" in read) throw new Error(`a deployed policy is wrong: ${JSON.stringify(read.mistakes)}`);
  return { policy: read.policy, version: policyVersion(pack, document) };
};

/** `taxdome@3f9c2ab41d07`: another content, however small, is another version. */
export const policyVersion = (pack: string, document: object): string =>
  `${pack}@${createHash("sha256").update(JSON.stringify(document)).digest("hex").slice(0, 12)}`;

/** Every policy that this build carries, in the order of their packs. */
export const deployedPolicies = (): DeployedPolicy[] => packs.map(deployed);

/** The same, as they are kept in the table. */
export const deployedTexts = (): PolicyText[] =>
  packs.map((pack) => {
    const document = readDocument(pack);
    return { pack, version: policyVersion(pack, document), text: JSON.stringify(document) };
  });

/** @param table where earlier versions are kept; without it only those of this build are known. */
export const createPolicies = (table?: Pick<Table, "get">): Policies => {
  const read = new Map<string, DeployedPolicy>();
  const current = (pack: string): DeployedPolicy | undefined => {
    if (!packs.some((each) => each === pack)) return undefined;
    const policy = read.get(pack) ?? deployed(pack);
    read.set(pack, policy);
    return policy;
  };
  return {
    current,
    version: async (pack, version) => {
      const now = current(pack);
      if (now?.version === version) return now.policy;
      return table && readKeptPolicy(table, pack, version);
    },
  };
};
