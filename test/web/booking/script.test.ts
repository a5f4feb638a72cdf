import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildPages } from "#site/pages.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));
const at = (key: string): Buffer => Buffer.from(pages.find((page) => page.key === key)?.body ?? "");
const script = at("booking/v1/kept-booking.js");

it("is one script of at most 25 KB, packed as it travels", () => {
  expect(script.length).toBeGreaterThan(0);
  expect(gzipSync(script).length).toBeLessThanOrEqual(25_000);
  expect(script.toString()).not.toMatch(/\bimport\s*[("{*]/);
});

it("lies under an address for its version, and under one for these very bytes", () => {
  const keys = pages.map(({ key }) => key).filter((key) => key.startsWith("booking/"));
  expect(keys).toHaveLength(2);
  expect(keys[1]).toMatch(/^booking\/v1\/kept-booking\.[0-9a-f]{16}\.js$/);
  expect(at(keys[1]!)).toEqual(script);
});

it("has the hash that /embed names, and that its own preview is held to", () => {
  const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;
  const page = at("embed/index.html").toString();
  expect(page).toContain(`src="/booking/v1/kept-booking.js" integrity="${integrity}"`);
  expect(page).toContain(`data-integrity="${integrity}"`);
  expect(page).not.toMatch(/\{\w+\}(?!<\/code>)/);
});

it("needs no cookies, stores nothing, and evaluates no text", () => {
  expect(script.toString()).not.toMatch(
    /document\.cookie|localStorage|sessionStorage|indexedDB|\beval\(|new Function/,
  );
});
