import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { belonging, places } from "#core/erase/places.ts";
import { sources } from "./sources.ts";

const written = sources("lib/core", "lib/steps", "lib/adapters").flatMap(({ text }) =>
  [...text.replaceAll(/with \{ type: "json" \}/g, "").matchAll(/\btype: "([a-z-]+)"/g)].map(
    ([, type]) => type,
  ),
);

it("knows of every kind of item whether a customer's data stands there", () => {
  expect([...new Set(written)].filter((type) => !Object.hasOwn(places, type ?? ""))).toEqual([]);
  expect(Object.keys(places).filter((type) => !written.includes(type))).toEqual([]);
});

it("says for each in docs/personal-data.md how it belongs to its customer", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/personal-data.md"), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| ([a-z]+) \|/gm)].map(([, type, how]) => [type, how]);
  expect(Object.fromEntries(rows)).toEqual(places);
});

it("passes over nothing that it does not know", () => {
  expect(() => belonging({ pk: "taxdome#diary#1", sk: "head", type: "diary" })).toThrow('"diary"');
  expect(belonging({ pk: "taxdome#host#anna", sk: "day#2026-12-01" })).toBe("nobody");
});
