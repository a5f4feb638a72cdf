import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import type { Bench, Figure } from "../../bench/figure.ts";
import { inTurn, median } from "../../bench/measure.ts";
import { names } from "../../bench/names.ts";
import { table } from "../../bench/table.ts";

const folder = join(import.meta.dirname, "../../bench");

const benchOf = async (name: string): Promise<Bench> =>
  ((await import(join(folder, name, "bench.ts"))) as { readonly bench: Bench }).bench;

test.each(names)("the bench %s can be loaded", async (name) => {
  expect(await benchOf(name)).toBeTypeOf("function");
});

test("one appointment and one complaint cost what was promised of them", async () => {
  process.env["KEPT_BENCH_ASSEMBLY"] = inject("assembly");
  const figures = await (await benchOf("cost"))({ quick: true });
  expect(figures.filter(({ goal }) => goal !== null)).toHaveLength(3);
  expect(figures.filter(({ met }) => met === false)).toEqual([]);
});

test("a median of an odd number is one of them, of an even number the middle of two", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});

test("works are done in turn, and the first round is not counted", async () => {
  const done: string[] = [];
  await inTurn({ a: () => done.push("a"), b: () => done.push("b") }, 2);
  expect(done.join("")).toBe("ababab");
});

test("every peer has an exact version, or is bundled into another that has one", () => {
  const peers = JSON.parse(readFileSync(join(folder, "peers.json"), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  for (const version of Object.values(peers).flatMap((each) => Object.values(each)))
    expect(version).toMatch(/^(\d+\.\d+\.\d+|none)$/);
});

test.each(readdirSync(join(folder, "results")))("the results %s tell when, where and on what", (file) => {
  const results = JSON.parse(readFileSync(join(folder, "results", file), "utf8")) as {
    at: string;
    versions: Record<string, string>;
    machine: object;
    figures: Figure[];
  };
  expect(new Date(results.at).toISOString()).toBe(results.at);
  expect(results.versions).toHaveProperty("node");
  expect(results.machine).toHaveProperty("processor");
  expect(results.figures.length).toBeGreaterThan(0);
  for (const { name, value, unit, peer, ratio, goal, met } of results.figures) {
    expect(names).toContain(name.split(/[ ,]/)[0]);
    for (const number of [value, ratio]) expect(number === null || Number.isFinite(number)).toBe(true);
    for (const text of [unit, peer ?? "", goal ?? ""]) expect(text).toBeTypeOf("string");
    if (goal === null) expect(met).toBeNull();
  }
});

test("a figure that missed its goal says so in the table", () => {
  const figure: Figure = {
    name: "deadline",
    value: 123_456,
    unit: "a second",
    peer: "p",
    ratio: 12.345,
    goal: "≥ 100×",
    met: false,
  };
  expect(table([figure])).toContain("| deadline | 123,456 a second | p | 12.3× | ≥ 100× | **no** |");
});
