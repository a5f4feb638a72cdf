import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { deployedPolicies } from "#adapters/policies.ts";
import { readPolicy } from "#core/policy/read.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Io } from "./io.ts";
import { Mistake } from "./mistake.ts";

/** A policy as it was written, before anybody has judged it. */
export interface PolicyDocument {
  /** As the person named it. */
  readonly file: string;
  readonly text: string;
  readonly document: unknown;
}

/** @throws Mistake when there is no such file, or it is no JSON. */
export const readDocument = (file: string, { folder }: Io): PolicyDocument => {
  const text = textOf(file, resolve(folder, file));
  try {
    return { file, text, document: JSON.parse(text) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // The parser quotes the text around the place, line breaks and all.
    throw new Mistake(`${file}: not JSON: ${why.replaceAll(/\s+/g, " ")}`);
  }
};

const textOf = (file: string, path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Mistake(`${file}: there is no such file, or it cannot be read`);
  }
};

/**
 * A policy by the name of its pack, or from a file.
 * @throws Mistake when there is none, or it has mistakes, which `kept check` lists.
 */
export const findPolicy = (packOrFile: string, io: Io): Policy => {
  const deployed = deployedPolicies().find(({ policy }) => policy.pack === packOrFile);
  if (deployed !== undefined) return deployed.policy;
  if (!/[./\\]/.test(packOrFile)) throw noSuchPack(packOrFile);
  const read = readPolicy(readDocument(packOrFile, io).document);
  if ("policy" in read) return read.policy;
  throw new Mistake(`${packOrFile} has mistakes: see "kept check ${packOrFile}"`);
};

export const noSuchPack = (name: string): Mistake => {
  const packs = deployedPolicies().map(({ policy }) => policy.pack);
  return new Mistake(
    `there is no pack "${name}": name one of ${packs.join(", ")}, or a file such as policies/${basename(name)}.json`,
  );
};
