import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { auditText } from "#cli/audit/audit-text.ts";
import type { Audit } from "#core/case/audit.ts";
import { anAuditedCase, audit } from "../builders/audit.ts";
import { staffAct } from "../builders/case.ts";
import { kept } from "./typed.ts";

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A world that answers what it likes about a case, page by page. */
const aWorldThatSays = async (page: (after: number) => Promise<object>): Promise<string> => {
  const server = createServer((request, response) => {
    const after = Number(new URL(request.url ?? "", "http://kept.example").searchParams.get("after"));
    void page(after).then((body) => response.end(JSON.stringify(body)));
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const typed = (url: string, number: string) => kept(`audit ${number} --url ${url} --pack solar --token t`);

/** With more entries than a page holds. */
const aLongCase = async () => {
  const { world, number } = await anAuditedCase();
  for (let count = 0; count < 60; count += 1)
    await staffAct(world, number, "note", { text: `Note ${count}` });
  return { number, page: (after: number): Promise<Audit> => audit(world, number, after) };
};

describe("kept audit", () => {
  test("reads page after page, and verifies the whole", async () => {
    const { number, page } = await aLongCase();
    const { code, out } = await typed(await aWorldThatSays(page), number);
    expect([code, out.split("\n")[0]]).toEqual([0, `Case ${number}: 64 entries`]);
  });

  test("believes no verdict but its own", async () => {
    const { number, page } = await aLongCase();
    const lying = async (after: number): Promise<object> => {
      const { entries, ...rest } = await page(after);
      return {
        ...rest,
        entries: entries.map((entry) => (entry.nth === 2 ? { ...entry, actor: "kept" } : entry)),
      };
    };
    const { code, out } = await typed(await aWorldThatSays(lying), number);
    expect(code).toBe(1);
    expect(out).toMatch(/ {2}!! +\d+ {2}2026-11-03T09:00:00.000Z {2}kept/);
    expect(out).toMatch(/Not verified: at entry \d+, something is not as it was written\./);
  });

  test("is not content with another case's audit", async () => {
    const { page } = await aLongCase();
    expect(await typed(await aWorldThatSays(page), "OTHER77")).toMatchObject({ code: 1 });
  });

  test("says that nothing proves what is from before the chain", () => {
    const entry = {
      rev: 1,
      version: 1,
      at: "2026-11-02T09:00:00.000Z",
      actor: "customer",
      action: "registered",
    };
    const text = auditText({
      number: "K7M2P4Q",
      verified: true,
      chainedFrom: 3,
      chain: { link: "abc", count: 1, salt: "s" },
      particulars: {},
      entries: [
        { ...entry, verified: false },
        { ...entry, rev: 3, action: "missed", reason: "resolve", nth: 1, link: "abc", verified: true },
      ],
    } as unknown as Audit);
    expect(text.split("\n")).toEqual([
      "Case K7M2P4Q: 2 entries",
      "",
      "  --     1  2026-11-02T09:00:00.000Z  customer  registered",
      "  ok     3  2026-11-02T09:00:00.000Z  customer  missed (resolve)",
      "",
      "The entries before 3 are from before entries were chained: nothing proves them.",
      "Verified: every entry is there, as it was written.",
      "Its one link ends in abc",
      "",
    ]);
  });

  test.each([
    ["audit", 2],
    ["audit K7M2P4Q --token t", 2],
    ["audit K7M2P4Q --pack solar", 2],
    ["audit K7M2P4Q --pack solar --token t --url http://127.0.0.1:9", 2],
  ])("%s ends with %i", async (line, code) => {
    expect(await kept(line)).toMatchObject({ code, out: "" });
  });
});
