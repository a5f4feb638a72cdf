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
