import { expect, test } from "vitest";
import { createSite } from "#local/site.ts";
import type { Page } from "#site/pages.ts";

const page = (key: string, text: string): Page => ({
  key,
  contentType: "text/html; charset=utf-8",
  body: Buffer.from(text),
});
const site = createSite([
  page("link/index.html", "a page"),
  page("link/page.js", "its script"),
  page("book/index.html", "a company's page"),
  page("booking/v1/kept-booking.js", "a widget"),
]);
const text = (path: string, method = "GET") => site({ method, path })?.body?.toString();

test("a folder's address shows its page, with or without a slash", () => {
  expect([text("/link"), text("/link/"), text("/link/index.html")]).toEqual(["a page", "a page", "a page"]);
  expect(text("/link/page.js")).toBe("its script");
});

test("a page is only read: other methods and other addresses are for the API", () => {
  expect(text("/link", "HEAD")).toBe("a page");
  expect(["POST", "PUT", "DELETE", "OPTIONS"].map((method) => text("/link", method))).toEqual(
    Array(4).fill(undefined),
  );
  expect(["/", "/links", "/link/other", "/link/../link", "/v1/link"].map((path) => text(path))).toEqual(
    Array(5).fill(undefined),
  );
});

test("a page that is one for each company is found below its address", () => {
  expect([text("/book/taxdome"), text("/book/taxdome/")]).toEqual(Array(2).fill("a company's page"));
});

test("the widget may be loaded by the pages of others, and no page of ours", () => {
  const opened = ["/booking/v1/kept-booking.js", "/link"].map(
    (path) => site({ method: "GET", path })?.headers,
  );
  expect(opened.map((headers) => headers?.["access-control-allow-origin"])).toEqual(["*", undefined]);
});

test("no page may be framed, run a foreign script, tell where it came from, or be kept", () => {
  const headers = site({ method: "GET", path: "/link" })?.headers ?? {};
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
    "content-type": "text/html; charset=utf-8",
  });
});
