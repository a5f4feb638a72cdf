import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assembly, readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";

/**
 * Synthesizes the stack of the project at `root` as a deployment would, and reads it; nothing stays on disk.
 * @throws CannotStart when the stack cannot be synthesized, or holds something that cannot be run here.
 */
export const freshAssembly = async (root: string): Promise<Assembly> => {
  const folder = mkdtempSync(join(tmpdir(), "kept-simulate-"));
  try {
    return readAssembly(await synthesize(root, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
