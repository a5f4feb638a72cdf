import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BuildOptions, buildSync } from "esbuild";
import { createHolidays } from "#adapters/holidays.ts";
import { deployedPolicies, deployedTexts } from "#adapters/policies.ts";

/**
 * `index.mjs` of a Lambda, and beside it what it imports late. The SDK goes in, so that what was tested is what runs;
 * without source maps, which are larger than it, and without the names of functions, which cost a cold start 7 ms.
 */
const options: BuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
  splitting: true,
  entryNames: "index",
  chunkNames: "[name]-[hash]",
  outExtension: { ".js": ".mjs" },
  logLevel: "warning",
};

/** What of others is replaced, by the reason that stands in the file. */
const standIns = (root: string): Record<string, string> => ({
  "node:http": join(root, "lib/adapters/bundled/http.ts"),
  "#adapters/reviewed.ts": join(root, "lib/adapters/bundled/reviewed.ts"),
  "@aws-sdk/credential-provider-node": join(root, "lib/adapters/bundled/credentials.ts"),
});

/** Builds `lambdas/{name}.ts` into `folder`. @throws when it does not build; esbuild's words are in the error. */
export const bundle = (root: string, name: string, folder: string) => {
  const entryPoints = [join(root, "lambdas", `${name}.ts`)];
  const built = buildSync({
    ...options,
    alias: standIns(root),
    entryPoints,
    outdir: folder,
    absWorkingDir: root,
    metafile: true,
  });
  for (const [path, document] of documents()) {
    const file = join(folder, "policies", `${path}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(document));
  }
  return built.metafile;
};

/** Policies word for word, for their version is the hash of that; and what came of reading them, and of the holidays. */
const documents = (): [path: string, document: object][] => [
  ...deployedTexts().map(({ pack, text }): [string, object] => [pack, JSON.parse(text) as object]),
  ...deployedPolicies().map((each): [string, object] => [`read/${each.policy.pack}`, each]),
  ...Object.values(createHolidays()).map((each): [string, object] => [`read/holidays/${each.region}`, each]),
];

/** The bundle of a Lambda as an asset. Without bundling, as in the local world and in tests, it is the sources, unbuilt. */
export const bundled = (root: string, name: string): Code =>
  Code.fromAsset(join(root, "lambdas"), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The CDK asks for an image to fall back on; what is built here never fails over to one. It tells assets of one folder
      // apart by the command.
      image: DockerImage.fromRegistry("scratch"),
      command: [name],
      local: {
        tryBundle: (folder) => {
          bundle(root, name, folder);
          return true;
        },
      },
    },
  });
