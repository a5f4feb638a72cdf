import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

export interface Source {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** The TypeScript files under these folders. */
export const sources = (...folders: string[]): Source[] =>
  globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  ).map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text, lines: text.trimEnd().split("\n").length };
  });
