import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assembly, readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";
import type { Io } from "../io.ts";

/** Synthesizes the stack as a deployment would, and reads its machines; nothing stays on disk. */
export const freshAssembly = async ({ root }: Io): Promise<Assembly> => {
  const folder = mkdtempSync(join(tmpdir(), "kept-simulate-"));
  try {
    return readAssembly(await synthesize(root, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
