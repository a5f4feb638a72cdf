/**
 * `npm run bench` takes all figures, `npm run bench -- NAME …` some. Each bench has a process of its own, so that none
 * inherits another's heap, modules or environment. `--quick` tries whether they work: its figures mean nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { synthesize } from "#local/synthesize.ts";
import type { Figure } from "./figure.ts";
import { type Name, names, onlyNamed } from "./names.ts";
import { writeResults } from "./results.ts";
import { table } from "./table.ts";

const flags = process.argv.slice(2).filter((each) => each.startsWith("--"));
const asked = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const folder = mkdtempSync(join(tmpdir(), "kept-bench-"));

/** Answers are compared as instants: whose machine stands in which zone must make no difference to any of them. */
const environment = { ...process.env, TZ: "UTC", KEPT_BENCH_ASSEMBLY: join(folder, "assembly") };

const take = (name: Name): Figure[] => {
  const file = join(folder, `${name}.json`);
  process.stderr.write(`${name} …\n`);
  const bench = spawnSync(
    process.execPath,
    ["--expose-gc", join(import.meta.dirname, "one.ts"), name, file, ...flags],
    {
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  if (bench.status === 0) return JSON.parse(readFileSync(file, "utf8")) as Figure[];
  process.exitCode = 1;
  return [];
};

const unknown = asked.filter((name) => !names.some((each) => each === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench "${unknown.join('", "')}"; there are ${names.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  try {
    await synthesize(join(import.meta.dirname, ".."), environment.KEPT_BENCH_ASSEMBLY);
    const wanted = (name: Name): boolean =>
      asked.length === 0 ? !onlyNamed.includes(name) : asked.includes(name);
    const figures = names.filter(wanted).flatMap(take);
    process.stdout.write(table(figures));
    if (figures.length > 0 && !flags.includes("--quick")) {
      const file = writeResults(new Date(), figures);
      process.stderr.write(`written to ${relative(process.cwd(), file)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
