import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kept, root } from "./typed.ts";

test("draws each machine of a pack below the words", async () => {
  const { code, out } = await kept("explain bnc --language en --picture");
  expect(code).toBe(0);
  expect(out.indexOf("What B&C promises")).toBeLessThan(out.indexOf("kept-bnc-complaint\n"));
  expect(out).toContain("│? Plan within 5 working days  │");
  expect(out).toContain("kept-bnc-incident\n");
  expect(out).not.toContain("kept-solar");
});

test("writes a picture of each machine, and says which", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-pictures-"));
  const { code, notes } = await kept("explain bnc --svg drawn", { folder });
  expect([code, notes]).toEqual([0, "drawn/kept-bnc-complaint.svg\ndrawn/kept-bnc-incident.svg\n"]);
  expect(readdirSync(join(folder, "drawn"))).toEqual(["kept-bnc-complaint.svg", "kept-bnc-incident.svg"]);
  expect(readFileSync(join(folder, "drawn/kept-bnc-incident.svg"), "utf8")).toMatch(/^<svg [^]*<\/svg>\n$/);
  rmSync(folder, { recursive: true });
});

test("draws only what is deployed, says so, and takes no file for it", async () => {
  const file = join(root, "policies/bnc.json");
  expect(await kept(`explain ${file} --picture`)).toMatchObject({
    code: 2,
    notes: expect.stringContaining('name the pack, "bnc"'),
  });
  expect(await kept("explain bnc --picture --json")).toMatchObject({ code: 2, out: "" });
  expect(await kept("explain bnc --svg /dev/null/drawn")).toMatchObject({
    code: 1,
    notes: expect.stringContaining("/dev/null/drawn: "),
  });
});
