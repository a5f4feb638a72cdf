import { createHash } from "node:crypto";
import { readPolicy } from "#core/policy/read.ts";
import bnc from "#policies/bnc.json" with { type: "json" };
import expandit from "#policies/expandit.json" with { type: "json" };
import solar from "#policies/solar.json" with { type: "json" };
import taxdome from "#policies/taxdome.json" with { type: "json" };
import { type PolicyText, readKeptPolicy } from "./kept-policies.ts";
import type { DeployedPolicy, Policies, Table } from "./ports.ts";

const documents: readonly object[] = [bnc, expandit, solar, taxdome];

/** @throws when a document that was bundled is no policy: the build checks them, so this is a fault. */
const deployed = (document: object): DeployedPolicy => {
  const read = readPolicy(document);
  if ("mistakes" in read) throw new Error(`a deployed policy is wrong: ${JSON.stringify(read.mistakes)}`);
  return { policy: read.policy, version: policyVersion(read.policy.pack, document) };
};

/** `taxdome@3f9c2ab41d07`: another content, however small, is another version. */
export const policyVersion = (pack: string, document: object): string =>
  `${pack}@${createHash("sha256").update(JSON.stringify(document)).digest("hex").slice(0, 12)}`;

/** Every policy that this build carries, in the order of their packs. */
export const deployedPolicies = (): DeployedPolicy[] => documents.map(deployed);

/** The same, as they are kept in the table. */
export const deployedTexts = (): PolicyText[] =>
  documents.map((document) => {
    const { policy, version } = deployed(document);
    return { pack: policy.pack, version, text: JSON.stringify(document) };
  });

/** @param table where earlier versions are kept; without it only those of this build are known. */
export const createPolicies = (table?: Pick<Table, "get">): Policies => {
  const byPack = new Map(deployedPolicies().map((each) => [each.policy.pack, each]));
  return {
    current: (pack) => byPack.get(pack),
    version: async (pack, version) => {
      const current = byPack.get(pack);
      if (current?.version === version) return current.policy;
      return table && readKeptPolicy(table, pack, version);
    },
  };
};
