import { reviewedPolicy } from "#adapters/reviewed.ts";
import { readDocument } from "./documents.ts";
import { type PolicyText, policyVersion, readKeptPolicy } from "./kept-policies.ts";
import type { DeployedPolicy, Policies, Table } from "./ports.ts";

const packs = ["bnc", "expandit", "solar", "taxdome"] as const;

/** Every policy that this build carries, in the order of their packs. */
export const deployedPolicies = (): DeployedPolicy[] => packs.map(reviewedPolicy);

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
    const policy = read.get(pack) ?? reviewedPolicy(pack);
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
