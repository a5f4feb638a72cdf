import { type BuildOptions, build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root, sources } from "./sources.ts";

/** All that a company's rules may rest on. */
const shortList = [
  "intl-messageformat",
  "temporal-polyfill/fns/Instant",
  "temporal-polyfill/fns/ZonedDateTime",
  "zod",
];

/** What a bundle would take from outside the core and its messages: packages, Node's modules, other folders. */
const outside = async (entry: Pick<BuildOptions, "entryPoints" | "stdin">): Promise<string[]> => {
  const { metafile } = await build({
    ...entry,
    absWorkingDir: root,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    treeShaking: false,
    write: false,
    outdir: "unwritten",
    metafile: true,
    logLevel: "silent",
  });
  const packages = Object.values(metafile.inputs)
    .flatMap((input) => input.imports)
    .filter((imported) => imported.external)
    .map((imported) => imported.path);
  const folders = Object.keys(metafile.inputs).filter(
    (path) => !/^(lib\/(core|messages)\/|<stdin>)/.test(path),
  );
  return [...new Set([...packages, ...folders])].sort();
};

const planted = (contents: string) =>
  outside({ stdin: { contents, resolveDir: `${root}/lib/core`, loader: "ts" } });

describe("the core needs nothing but its arguments", () => {
  it("takes from outside what stands on the short list", async () => {
    const found = await outside({ entryPoints: sources("lib/core").map(({ path }) => path) });
    expect(found.filter((each) => !shortList.includes(each))).toEqual([]);
  });

  it.each([
    ['import { readFileSync } from "node:fs"; readFileSync("x");', "node:fs"],
    ['import { SFNClient } from "@aws-sdk/client-sfn"; new SFNClient({});', "@aws-sdk/client-sfn"],
    ['const late = await import("libphonenumber-js");', "libphonenumber-js"],
    [
      'import { environment } from "#adapters/environment.ts"; environment({});',
      "lib/adapters/environment.ts",
    ],
    [
      'import { environment } from "../adapters/environment.ts"; environment({});',
      "lib/adapters/environment.ts",
    ],
  ])("is caught with %s", async (source, name) => {
    expect(await planted(source)).toContain(name);
  });
});

describe("time and chance are arguments", () => {
  const clock = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bTemporal\.Now\b|\bperformance\.now\b/;

  it("has no clock and no dice in the core or the steps", () => {
    const asking = sources("lib/core", "lib/steps").filter(({ text }) => clock.test(text));
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  it("knows a clock when it sees one", () => {
    for (const text of ["new Date()", "Date.now()", "Math.random()", "Temporal.Now.instant()"])
      expect(text).toMatch(clock);
    expect("new Date(milliseconds)").not.toMatch(clock);
  });
});
