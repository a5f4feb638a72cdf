import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPolicy } from "#core/policy/read.ts";
import type { Policy } from "#core/policy/shape.ts";

const folder = join(import.meta.dirname, "../../policies");

/**
 * The policies of these packs, as synth needs them.
 * @throws when a file is missing or wrong, with file, place and remedy: nothing is deployed then.
 */
export const policiesOf = (packs: readonly string[]): Policy[] => packs.map(policyOf);

const policyOf = (pack: string): Policy => {
  const file = join(folder, `${pack}.json`);
  const read = readPolicy(JSON.parse(readFileSync(file, "utf8")));
  if ("policy" in read) return read.policy;
  const mistakes = read.mistakes.map((mistake) => `  ${mistake.place}: ${mistake.message}`);
  throw new Error([`policies/${pack}.json cannot be deployed:`, ...mistakes].join("\n"));
};
