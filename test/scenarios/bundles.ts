import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import type { Assembly } from "#local/assembly.ts";

type Outputs = Metafile["outputs"];
type Output = Outputs[string];

export const root = join(import.meta.dirname, "../..");

export const lambdas = readdirSync(join(root, "lambdas"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));

/** What esbuild says of the files of a Lambda's bundle. */
const outputsOf = ({ folder }: Assembly, name: string): Outputs =>
  JSON.parse(readFileSync(join(folder, `bundle-${name}.json`), "utf8")) as Outputs;

/** All files of a bundle. */
export const filesOf = (assembly: Assembly, name: string): readonly Output[] =>
  Object.values(outputsOf(assembly, name));

/** The files that are loaded with `index.mjs`, itself among them. */
export const loaded = (assembly: Assembly, name: string): readonly Output[] => {
  const outputs = outputsOf(assembly, name);
  const found = new Set(Object.keys(outputs).filter((path) => path.endsWith("/index.mjs")));
  for (const path of found)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && !external) found.add(next);
  return [...found].flatMap((path) => outputs[path] ?? []);
};

export const sources = (files: readonly Output[]): string[] =>
  files.flatMap(({ inputs }) => Object.keys(inputs));

/** Where a bundle lies that would be deployed. @throws Error for a Lambda that the stack does not have. */
export const folderOf = ({ folder, functions }: Assembly, name: string): string => {
  const bundle = functions.find(({ source }) => source === `lambdas/${name}.ts`)?.bundle;
  if (bundle === undefined) throw new Error(`there is no bundle of ${name}`);
  return join(folder, bundle);
};
