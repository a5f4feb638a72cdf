import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { synthesize } from "#local/synthesize.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder with the synthesized stack, made once for all test files. */
    assembly: string;
  }
}

// Vitest asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default async (project: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), "kept-assembly-"));
  project.provide("assembly", await synthesize(join(import.meta.dirname, ".."), folder));
  return () => rmSync(folder, { recursive: true, force: true });
};
