import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import type { Figure } from "./figure.ts";
import { versionsOfPeers } from "./peers.ts";

const root = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "results");

interface Results {
  /** RFC 3339, when the run ended. */
  readonly at: string;
  readonly commit: string;
  readonly machine: object;
  /** Of Node and of everything that figures were taken against. */
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
}

/** @returns the file, `bench/results/2026-11-20.json`; a later run of the same day has its time in the name. */
export const writeResults = (at: Date, figures: readonly Figure[]): string => {
  const results: Results = {
    at: at.toISOString(),
    commit: commit(),
    machine: {
      platform: `${platform()} ${arch()}`,
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      memoryGB: Math.round(totalmem() / 2 ** 30),
    },
    versions: { node: process.versions.node, ...versionsOfOurs(), ...versionsOfPeers() },
    figures,
  };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${at.toISOString().slice(0, 19).replaceAll(":", "")}.json`);
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  return file;
};

const commit = (): string => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

/** What of our own dependencies a figure is taken against, or on. */
const measuredHere = [
  "@aws-sdk/lib-dynamodb",
  "@dynoxide/linux-x64",
  "aws-local-stepfunctions",
  "esbuild",
  "luxon",
  "postal-mime",
];

const versionsOfOurs = (): Record<string, string> => {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
    "dependencies" | "devDependencies" | "optionalDependencies",
    Record<string, string>
  >;
  const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
  return Object.fromEntries(measuredHere.map((name) => [name, all[name] ?? "unknown"]));
};
