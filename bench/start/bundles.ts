import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";

export interface Bundle {
  /** `public-api`. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  /** What the stack tells it; some look at it while they load. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface Bundles {
  readonly ours: readonly Bundle[];
  readonly empty: Bundle;
  end(): void;
}

/** What a deployment would upload: every Lambda bundled as the stack says, and one that does nothing. */
export const bundle = async (): Promise<Bundles> => {
  const folder = mkdtempSync(join(tmpdir(), "kept-bench-bundles-"));
  const root = join(import.meta.dirname, "../..");
  const assembly = readAssembly(await synthesize(root, join(folder, "assembly"), { bundling: true }));
  const nothing = join(folder, "index.mjs");
  writeFileSync(nothing, "export const handler = async () => ({ statusCode: 200 });\n");
  return {
    ours: assembly.functions.map(({ source, bundle: of, environment }) =>
      bundleOf(
        source.replace(/^lambdas\/|\.ts$/g, ""),
        join(assembly.folder, of ?? "", "index.mjs"),
        environment,
      ),
    ),
    empty: bundleOf("empty", nothing),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const bundleOf = (name: string, file: string, environment: Bundle["environment"] = {}): Bundle => ({
  name,
  file,
  environment,
  bytes: statSync(file).size,
});
