import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BuildOptions, buildSync } from "esbuild";
import { createHolidays } from "#adapters/holidays.ts";
import { deployedPolicies, deployedTexts } from "#adapters/policies.ts";
import { openApi } from "#api/openapi.ts";

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
  logOverride: { "import-is-undefined": "error" },
};

/** What stands in for a module in bundles, by the reason that stands in the file. */
const standIns: Readonly<Record<string, string>> = {
  "node:fs": "fs",
  "node:fs/promises": "fs-promises",
  "node:http": "http",
  "node:process": "process",
  "node:zlib": "zlib",
  "@aws-sdk/credential-provider-node": "credentials",
  "#adapters/reviewed.ts": "reviewed",
  "#api/openapi.ts": "openapi",
};

const standIn = (root: string, name: string): string => join(root, `lib/adapters/bundled/${name}.ts`);

/** Builds `lambdas/{name}.ts` into `folder`. @throws when it does not build; esbuild's words are in the error. */
const bundle = (root: string, name: string, folder: string) => {
  const small = smallForm(root);
  const built = buildSync({
    ...options,
    alias: {
      ...Object.fromEntries(Object.entries(standIns).map(([of, by]) => [of, standIn(root, by)])),
      "zod/mini": small,
      "zod/locales": small,
    },
    entryPoints: [join(root, "lambdas", `${name}.ts`)],
    outdir: folder,
    absWorkingDir: root,
    metafile: true,
  });
  const described = Object.keys(built.metafile.inputs).includes("lib/adapters/bundled/openapi.ts");
  for (const [path, document] of [...policies(), ...(described ? [openapi()] : [])]) {
    const file = join(folder, "policies", `${path}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(document));
  }
  return built.metafile;
};

/** zod's small form by itself, of what is used of it: as a URL, for a file's path would stand in the names of others. */
const smallForm = (root: string): string => {
  const { splitting: _, entryNames: _names, minify: _minify, ...whole } = options;
  const entryPoints = [standIn(root, "zod-mini")];
  const built = buildSync({ ...whole, entryPoints, absWorkingDir: root, outdir: root, write: false });
  const [{ contents } = { contents: "" }] = built.outputFiles;
  return `data:text/javascript;base64,${Buffer.from(contents).toString("base64")}`;
};

type Document = [path: string, document: object];

/** Policies word for word, for their version is the hash of that; and what came of reading them, and of the holidays. */
const policies = (): Document[] => [
  ...deployedTexts().map(({ pack, text }): Document => [pack, JSON.parse(text) as object]),
  ...deployedPolicies().map((each): Document => [`read/${each.policy.pack}`, each]),
  ...Object.values(createHolidays()).map((each): Document => [`read/holidays/${each.region}`, each]),
];

const openapi = (): Document => ["openapi", openApi()];

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
          const { outputs } = bundle(root, name, folder);
          // Beside the assembly, and no part of it: what stands in each file, for whoever asks why it is so long.
          writeFileSync(join(dirname(folder), `bundle-${name}.json`), JSON.stringify(outputs));
          return true;
        },
      },
    },
  });
