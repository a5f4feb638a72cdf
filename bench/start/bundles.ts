import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";

export interface Bundle {
  /** `public-api`. */
  readonly name: string;
  readonly file: string;
  /** Of what is loaded with it; what it imports late does not count. */
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
  bytes: loadedWith(file),
});

/** The size of a file and of all that it imports statically, which lies beside it. */
const loadedWith = (file: string): number => {
  const found = new Set([file]);
  for (const each of found)
    for (const [, beside = ""] of readFileSync(each, "utf8").matchAll(/(?:from|import)"(\.\/[^"]+)"/g))
      found.add(join(dirname(each), beside));
  return [...found].reduce((sum, each) => sum + statSync(each).size, 0);
};
