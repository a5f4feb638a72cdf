import { expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { createOutbox } from "#local/outbox.ts";
import { openStore } from "#local/store.ts";

const at = instant("2026-12-01T09:00:00Z");
const anOutbox = () => createOutbox(openStore(":memory:"), { now: () => at });
const raw = (lines: readonly string[]) => Buffer.from(lines.join("\r\n"));

const aMail = raw([
  "From: Kept <service@kept.example>",
  "To: Zoë <zoe@example.com>",
  "Message-ID:",
  " <ours@kept.example>",
  "Subject: =?utf-8?Q?Geboekt=E2=80=A6?=",
  "Auto-Submitted: auto-generated",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Tot dan, Zoë",
  "--b",
  "Content-Type: text/html",
  "",
  "<p>Tot dan</p>",
  "--b",
  'Content-Type: application/pdf; name="a.pdf"',
  'Content-Disposition: attachment; filename="a.pdf"',
  "Content-Transfer-Encoding: base64",
  "",
  "QkVHSU4=",
  "--b--",
]);
const tags = { kind: "confirmation", promise: "confirmation", language: "nl", ledger: "x" };

test("a mail is shown with its moment, its tags, its parts and its attachments", async () => {
  const outbox = anOutbox();
  const id = outbox.mail({ raw: aMail, destinations: ["Zoë <zoe@example.com>"], tags });
  const [mail] = await outbox.mails();
  expect(mail).toMatchObject({
    id,
    at,
    from: "service@kept.example",
    to: "zoe@example.com",
    subject: "Geboekt…",
    kind: "confirmation",
    promise: "confirmation",
    language: "nl",
    text: expect.stringContaining("Tot dan, Zoë"),
    html: expect.stringContaining("<p>Tot dan</p>"),
    attachments: [{ filename: "a.pdf", contentType: "application/pdf", content: "QkVHSU4=" }],
  });
  expect(mail?.headers["auto-submitted"]).toBe("auto-generated");
});

test("the Message-ID is the one that SES returned, and the sender's is gone", async () => {
  const outbox = anOutbox();
  const id = outbox.mail({ raw: aMail, destinations: [], tags: {} });
  const [mail] = await outbox.mails();
  expect(mail?.headers["message-id"]).toBe(`<${id}@eu-west-1.amazonses.com>`);
  expect(outbox.raw(id)?.toString()).not.toContain("ours@kept.example");
  expect(outbox.raw(id)?.subarray(-20)).toEqual(aMail.subarray(-20));
});

test("a mail without envelope and tags shows its header's recipients and empty labels", async () => {
  const outbox = anOutbox();
  outbox.mail({ raw: aMail, destinations: [], tags: {} });
  expect((await outbox.mails())[0]).toMatchObject({
    to: "zoe@example.com",
    kind: "",
    promise: "",
    language: "",
  });
});

test("texts keep their order and their labels", () => {
  const outbox = anOutbox();
  outbox.text({ to: "+31612345678", text: "één", attributes: { kind: "reminder", promise: "sms-PT30M" } });
  outbox.text({ to: "+31612345678", text: "twee", attributes: {} });
  expect(outbox.texts()).toMatchObject([
    { at, to: "+31612345678", text: "één", kind: "reminder", promise: "sms-PT30M" },
    { text: "twee", kind: "", promise: "" },
  ]);
});
