import { keepPolicies } from "#adapters/kept-policies.ts";
import { deployedTexts } from "#adapters/policies.ts";
import type { Ports } from "#adapters/ports.ts";

let kept: Promise<void> | undefined;

/** Resolves once the policies of this build are in the table: before the first promise that a process makes under one. */
export const policiesKept = ({ table, now }: Ports): Promise<void> => {
  kept ??= keepPolicies(table, deployedTexts(), now()).catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
};
