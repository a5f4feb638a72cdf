import { expect, test } from "vitest";
import { sameWorlds } from "../../bench/year/same.ts";
import type { Seen, Told } from "../../bench/year/sample.ts";

const reminder: Told = {
  at: "2026-12-01T09:00:00.000Z",
  to: "noor@customer.example",
  kind: "reminder",
  promise: "email-PT48H",
  subject: "Your session in 2 days",
  text: "Hello Noor,\n\nChange: https://kept.example/link?do=change#one",
};

const aSeen = (told: Partial<Told> = {}, promise: object = {}): Seen => ({
  told: [{ ...reminder, ...told }],
  items: [
    {
      pk: "taxdome#appointment#CODE001",
      sk: "head",
      type: "appointment",
      promises: { "email-PT48H": { state: "kept", evidence: "message-1", ...promise } },
    },
  ],
  refused: [],
  seconds: 1,
});

test("two worlds are the same when they differ by where pages are served and by what chance makes", () => {
  const over = { text: "Hello Noor,\r\n\r\nChange: http://127.0.0.1:8787/link?do=change#other\r\n" };
  expect(() => sameWorlds(aSeen(), aSeen(over, { evidence: "0102a4ea" }))).not.toThrow();
});

test.each<[string, Seen]>([
  ["a message that went a millisecond later", aSeen({ at: "2026-12-01T09:00:00.001Z" })],
  ["one to somebody else", aSeen({ to: "mira@customer.example" })],
  ["another word in it", aSeen({ text: "Hello Mira,\n\nChange: https://kept.example/link?do=change#one" })],
  ["a promise in another state", aSeen({}, { state: "open" })],
  ["an attribute more", aSeen({}, { reason: "passed" })],
  ["no message", { ...aSeen(), told: [] }],
  ["a refusal", { ...aSeen(), refused: ["no-slot"] }],
])("%s makes another world", (_, other) => {
  expect(() => sameWorlds(aSeen(), other)).toThrow(/messages|table|refusals/);
});

/** A case of one change, which is written under that number; its letter is named after it. */
const aCaseOf = ({ rev, nth, outcome = "kept" }: { rev: number; nth: number; outcome?: string }): Seen => {
  const pk = "solar#case#743QBT3";
  const name = `closed-${rev}`;
  const items = [
    { pk, sk: "head", type: "case", rev: 9, promises: { [name]: { state: outcome, entry: rev } } },
    { pk, sk: `change#00000${rev}`, type: "change", rev, nth, action: "closed" },
    { pk, sk: `send#1#${name}#closed#email`, type: "send", state: "sent" },
    { pk: `message#${rev}`, sk: `solar_case_743QBT3_send_1_${name}_closed_email`, type: "message" },
  ];
  return { told: [{ ...reminder, kind: "closed", promise: name }], items, refused: [], seconds: 1 };
};

test("which number a case's change has beside the outcomes of messages does not make another world, but which change it is does", () => {
  const one = aCaseOf({ rev: 6, nth: 3 });
  expect(() => sameWorlds(one, aCaseOf({ rev: 5, nth: 3 }))).not.toThrow();
  expect(() => sameWorlds(one, aCaseOf({ rev: 6, nth: 4 }))).toThrow(/table/);
  expect(() => sameWorlds(one, aCaseOf({ rev: 5, nth: 3, outcome: "void" }))).toThrow(/table/);
});
