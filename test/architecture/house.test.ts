import { basename } from "node:path";
import { expect, it } from "vitest";
import { type Source, sources } from "./sources.ts";

const ours = sources("bin", "lib", "lambdas", "web");

const longerThan = (most: number, files: Source[]): string[] =>
  files.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines} lines`);

it("has small files: half of them within 60 lines, none beyond 180", () => {
  const lengths = ours.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(lengths.length).toBeGreaterThan(0);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
  expect(longerThan(180, ours)).toEqual([]);
});

it("has a composition root that fits on two screens", () => {
  expect(
    longerThan(
      100,
      sources("lib/stack").filter(({ path }) => path.endsWith("/kept-stack.ts")),
    ),
  ).toEqual([]);
  expect(
    longerThan(
      20,
      sources("bin").filter(({ path }) => path === "bin/app.ts"),
    ),
  ).toEqual([]);
});

it("has Lambdas that carry and decide nothing: 30 lines at most", () => {
  expect(
    longerThan(
      30,
      sources("lambdas").filter(({ path }) => /^lambdas\/[^/]+$/.test(path)),
    ),
  ).toEqual([]);
});

it("names each file by its noun or verb", () => {
  const vague = /^(utils?|helpers?|types?|services?|managers?|common|misc)\.ts$/;
  expect(ours.filter(({ path }) => vague.test(basename(path))).map(({ path }) => path)).toEqual([]);
});
