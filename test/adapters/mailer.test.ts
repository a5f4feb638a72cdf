import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import PostalMime, { type Email } from "postal-mime";
import { afterEach, describe, expect, it } from "vitest";
import { createMailer } from "#adapters/mailer.ts";
import type { OutgoingMail } from "#adapters/ports.ts";
import type { Invitation } from "#core/message/invitation.ts";
import { instant } from "#core/time.ts";
import { aCalendar } from "./calendar-client.ts";

const client = new SESClient({ region: "eu-west-1" });
const ses = mockClient(client);
afterEach(() => {
  ses.reset();
  globalThis.keptClock = undefined;
});

const mailer = createMailer({ sender: "kept@kept.example", configurationSet: "kept", client });

const aMail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: { name: "Jan Smit", address: "jan@customer.example" },
  fromName: "TaxDome",
  subject: "Geboekt: sessie – vrijdag 4 december",
  text: "Beste Jan,\n\nhttps://kept.example/link?do=change#t\n",
  html: "<p>Beste <bdi>Jan</bdi></p>",
  labels: { kind: "confirmation", promise: "confirmation", language: "nl", ledger: "k7_1-email" },
  ...changes,
});

const sent = async (mail: OutgoingMail): Promise<{ raw: string; email: Email }> => {
  ses.on(SendRawEmailCommand).resolves({ MessageId: "m-1" });
  expect(await mailer.send(mail)).toEqual({ outcome: "accepted", messageId: "m-1" });
  const data = ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input.RawMessage?.Data ?? new Uint8Array();
  return { raw: Buffer.from(data).toString(), email: await PostalMime.parse(data) };
};

const decoded = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === "string" ? content : Buffer.from(new Uint8Array(content)).toString();

const headerLines = (raw: string): string[] => (raw.split("\r\n\r\n")[0] ?? "").split(/\r\n(?![ \t])/);

describe("a mail", () => {
  it("carries text and HTML, sender and receiver by name, and its subject", async () => {
    const { email } = await sent(aMail());
    expect(email.from).toMatchObject({ name: "TaxDome", address: "kept@kept.example" });
    expect(email.to).toMatchObject([{ name: "Jan Smit", address: "jan@customer.example" }]);
    expect(email.subject).toBe("Geboekt: sessie – vrijdag 4 december");
    expect(email.text?.trimEnd()).toBe(aMail().text.trimEnd());
    expect(email.html?.trimEnd()).toBe(aMail().html);
  });

  it("says that a machine wrote it, in which language, and asks for no automatic answer", async () => {
    const headers = headerLines((await sent(aMail())).raw);
    expect(headers).toContain("Auto-Submitted: auto-generated");
    expect(headers).toContain("Content-Language: nl");
    expect(headers).toContain("X-Auto-Response-Suppress: All");
    expect(headers).toContain("X-Kept-Message: 1");
  });

  it("is dated by the clock that everything else goes by", async () => {
    globalThis.keptClock = () => Date.UTC(2026, 11, 4, 9);
    const { email } = await sent(aMail());
    expect(email.date).toBe("2026-12-04T09:00:00.000Z");
  });

  it("goes to one address, with its labels as tags, through the configuration set", async () => {
    await sent(aMail());
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
      Source: "kept@kept.example",
      Destinations: ["jan@customer.example"],
      ConfigurationSetName: "kept",
      Tags: [
        { Name: "kind", Value: "confirmation" },
        { Name: "promise", Value: "confirmation" },
        { Name: "language", Value: "nl" },
        { Name: "ledger", Value: "k7_1-email" },
      ],
    });
  });

  it("names no configuration set where none is", async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: "m-1" });
    await createMailer({ sender: "kept@kept.example", client }).send(aMail());
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).not.toHaveProperty(
      "ConfigurationSetName",
    );
  });

  it("to a domain with an umlaut goes to its ASCII form", async () => {
    await sent(aMail({ to: { name: "Jan", address: "jan@münchen.example" } }));
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input.Destinations).toEqual([
      "jan@xn--mnchen-3ya.example",
    ]);
  });
});

describe("a mail with a calendar file", () => {
  const calendar: Invitation = {
    uid: "K7M2P4Q@kept.taxdome",
    sequence: 1,
    method: "REQUEST",
    start: instant("2026-12-04T09:00:00Z"),
    end: instant("2026-12-04T09:30:00Z"),
    summary: "Snelle assistentie (TaxDome)",
    description: "Met: Anna",
  };

  it("shows it beside text and HTML, and attaches it once", async () => {
    const { raw, email } = await sent(aMail({ calendar }));
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(raw.indexOf("text/html")).toBeLessThan(raw.indexOf("text/calendar"));
    expect(email.text?.trimEnd()).toBe(aMail().text.trimEnd());
    const attached = email.attachments.filter(({ disposition }) => disposition === "attachment");
    expect(attached).toMatchObject([{ filename: "invite.ics", mimeType: "application/ics" }]);
  });

  it.each(["REQUEST", "CANCEL"] as const)("of a %s holds the same file both times", async (method) => {
    globalThis.keptClock = () => Date.UTC(2026, 11, 1, 9);
    const { raw, email } = await sent(aMail({ calendar: { ...calendar, method } }));
    expect(raw).toMatch(new RegExp(`text/calendar; charset=utf-8; method=${method}`));
    const files = email.attachments.map(({ content }) => decoded(content));
    expect(files).toHaveLength(2);
    expect(new Set(files).size).toBe(1);
    expect(files[0]).toMatch(new RegExp(`^METHOD:${method}\\r?$`, "m"));
    expect(files[0]).toContain("DTSTAMP:20261201T090000Z");
    expect(files[0]).toContain("mailto:kept@kept.example");
  });

  it("is understood by a calendar", async () => {
    const { email } = await sent(aMail({ calendar }));
    const client = aCalendar();
    client.takeIn(decoded(email.attachments[0]?.content ?? ""));
    expect(client.events()).toMatchObject([{ sequence: 1, start: "2026-12-04T09:00:00.000Z" }]);
  });

  it("and one without have the same text and HTML", async () => {
    const { email } = await sent(aMail({ calendar }));
    expect(email.html?.trimEnd()).toBe(aMail().html);
    ses.reset();
    expect((await sent(aMail())).email.attachments).toEqual([]);
  });
});

describe("an answer", () => {
  const sixtyFour = `reply+${"a7".repeat(29)}@in.kept.example`;

  it("comes back to the address that the mail names, under the company's name", async () => {
    const { raw, email } = await sent(aMail({ replyTo: sixtyFour }));
    expect(email.replyTo).toMatchObject([{ name: "TaxDome", address: sixtyFour }]);
    expect(headerLines(raw).filter((line) => /^reply-to:/i.test(line))).toHaveLength(1);
    expect(email.from).toMatchObject({ address: "kept@kept.example" });
  });

  it("goes to the sender where the mail names none", async () => {
    expect(headerLines((await sent(aMail())).raw).join("\n")).not.toMatch(/^reply-to:/im);
  });

  it.each([
    ["upper case, which may come back changed", "reply+Ab@in.kept.example"],
    ["65 octets before the @", `reply+${"a".repeat(59)}@in.kept.example`],
    ["a line break", "reply+ab@in.kept.example\r\nBcc: all@kept.example"],
    ["two addresses", "a@in.kept.example, b@in.kept.example"],
  ])("cannot be led to an address with %s: nothing is asked of SES", async (_what, replyTo) => {
    expect(await mailer.send(aMail({ replyTo }))).toEqual({
      outcome: "rejected",
      reason: "invalid-reply-address",
    });
    expect(ses.calls()).toHaveLength(0);
  });
});

describe("a header", () => {
  const injected = "X\r\nBcc: all@kept.example\r\n\r\nbody\nX-Evil: 1";

  it.each([
    ["subject", aMail({ subject: injected })],
    ["receiver's name", aMail({ to: { name: injected, address: "jan@customer.example" } })],
    ["company", aMail({ fromName: injected })],
    ["language", aMail({ labels: { ...aMail().labels, language: injected } })],
  ])("cannot be added through the %s", async (_place, mail) => {
    const names = (raw: string): string[] => headerLines(raw).map((line) => line.split(":")[0] ?? "");
    const { raw, email } = await sent(mail);
    expect(names(raw)).not.toContain("Bcc");
    expect(names(raw)).not.toContain("X-Evil");
    expect(email.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input.Destinations).toHaveLength(1);
  });

  it("keeps a name that looks like an address a name", async () => {
    const { email } = await sent(
      aMail({ to: { name: 'A" <b@evil.example>, c', address: "jan@customer.example" } }),
    );
    expect(email.to).toMatchObject([{ name: 'A" <b@evil.example>, c', address: "jan@customer.example" }]);
  });
});

it.each([
  "",
  "jan",
  "jan@",
  "a@x.example, b@y.example",
  "jan@x.example\r\nBcc: b@y.example",
  "<jan@x.example>",
  "Jan <jan@x.example>",
  '"a b"@x.example',
  "jan@x.example;b@y.example",
  "jan@b@x.example",
  "jösé@x.example",
  `${"a".repeat(320)}@x.example`,
])("%j is no address: nothing is asked of SES", async (address) => {
  expect(await mailer.send(aMail({ to: { name: "Jan", address } }))).toEqual({
    outcome: "rejected",
    reason: "invalid-address",
  });
  expect(ses.calls()).toHaveLength(0);
});

it("an answer without a message id leaves it unknown", async () => {
  ses.on(SendRawEmailCommand).resolves({});
  expect(await mailer.send(aMail())).toEqual({ outcome: "unknown", reason: "no-message-id" });
});
