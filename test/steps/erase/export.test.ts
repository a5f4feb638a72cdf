import { expect, test } from "vitest";
import { exportOf, rawPiece } from "#steps/erase/export.ts";
import { aCaseWorld, aRegisteredCase, staffAct } from "../../builders/case.ts";
import { noor, withErasing } from "../../builders/erase.ts";
import { arrive } from "../../builders/mail.ts";

const person = { pack: "solar", email: noor };
const bram = { name: "Bram de Wit", email: "bram@customer.example" };

test("everything about a person is handed out, what was written about them too, and nothing that opens a door", async () => {
  const world = withErasing(aCaseWorld(), ["solar"]);
  const { number } = await aRegisteredCase(world);
  await aRegisteredCase(world, { customer: bram });
  await staffAct(world, number, "note", { text: "Rather angry" });
  await arrive(world, [world.mails[0]?.mail.replyTo ?? ""], { id: "reply", text: "It hums" });
  const before = world.table.all();

  const kept: object[] = [];
  const mails: string[] = [];
  let next: { part: number; after: number } | undefined = { part: 0, after: 0 };
  while (next !== undefined) {
    const page = await exportOf(world, person, next);
    kept.push(...page.kept);
    mails.push(...page.mails);
    next = page.next;
  }
  const text = JSON.stringify(kept);
  expect(["Rather angry", "It hums", noor, "No output"].filter((each) => !text.includes(each))).toEqual([]);
  expect([text.includes("Bram"), text.includes('"salt"'), text.includes('"pk"')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(new Set(mails)).toEqual(new Set(["reply"]));
  expect(world.table.all()).toEqual(before);
});

test("a raw mail is handed out in pieces, and to nobody whose it is not", async () => {
  const raw = new Uint8Array(3_000_001).fill(7);
  const base = withErasing(aCaseWorld(), ["solar"]);
  const world = { ...base, rawMails: { ...base.rawMails, read: async () => raw } };
  await aRegisteredCase(world);
  await arrive(world, [world.mails[0]?.mail.replyTo ?? ""], { id: "reply", text: "It hums" });
  const first = await rawPiece(world, person, "reply", 0);
  expect([first?.size, first?.content.length, first?.next]).toEqual([3_000_001, 3_000_000, 3_000_000]);
  const last = await rawPiece(world, person, "reply", 3_000_000);
  expect([last?.content.length, last?.next]).toEqual([1, undefined]);
  expect(await rawPiece(world, { pack: "solar", email: bram.email }, "reply", 0)).toBeUndefined();
  expect(await rawPiece(world, person, "nothing", 0)).toBeUndefined();
});
