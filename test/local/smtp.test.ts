import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { openRawMails, type RawMailFolder } from "#local/raw-mails.ts";
import { listenForMail, mostMailBytes, type Smtp } from "#local/smtp/server.ts";
import { aFolder } from "./fixtures/assembly.ts";
import { mailTo, refusedBy } from "./mail-client.ts";

const rules = [
  { recipients: ["kept.example", "support@expandit.com"], bucket: "raw", prefix: "", topicArn: "mails" },
];
const envelope = { from: "noor@customer.example", to: ["a@kept.example"] };
const now = instant("2026-12-01T09:00:00.000Z");

let smtp: Smtp;
let rawMails: RawMailFolder;
let published: { readonly topicArn: string; readonly text: string }[];
let ready: () => void;

beforeEach(async () => {
  rawMails = openRawMails(aFolder());
  published = [];
  ready = () => undefined;
  const room = () => {
    ready();
    return {
      rawMails,
      now: () => now,
      during: <T>(work: () => Promise<T>) => work(),
      publish: (topicArn: string, text: string) => void published.push({ topicArn, text }),
    };
  };
  smtp = await listenForMail({ port: 0, rules, room });
});
afterEach(() => smtp.close());

/** A mail of so many bytes, in lines as mail has them. */
const ofBytes = (length: number): Buffer => {
  const line = `${"x".repeat(76)}\r\n`;
  const head = "Subject: large\r\n\r\n";
  const body = line.repeat(Math.ceil(length / line.length)).slice(0, length - head.length - 2);
  return Buffer.from(`${head}${body.replace(/\r?$/, "x")}`.slice(0, length - 2) + "\r\n");
};

describe("a mail at the port", () => {
  test("is on disk, as it was sent below what the server writes above it, and announced, when it is taken", async () => {
    const raw = Buffer.from("X-Local-Verdicts: dmarc=FAIL\r\nSubject: hi\r\n\r\n.\r\nna\xefve\r\n", "latin1");
    const id = await mailTo(smtp.port, { envelope, raw });
    const stored = rawMails.read("raw", id)?.toString("latin1") ?? "";
    expect(stored).toMatch(/^Return-Path: <noor@customer\.example>\r\nReceived: from .* with SMTP id /);
    expect(stored.endsWith("\r\nSubject: hi\r\n\r\n.\r\nna\xefve\r\n")).toBe(true);
    expect(rawMails.list("raw")).toEqual([{ key: id, size: stored.length, storedAt: now }]);
    expect(published.map(({ topicArn }) => topicArn)).toEqual(["mails"]);
    expect(JSON.parse(published[0]?.text ?? "")).toMatchObject({
      receipt: { recipients: ["a@kept.example"], dmarcVerdict: { status: "FAIL" } },
      mail: { messageId: id, source: "noor@customer.example" },
    });
  });

  test("without a sender is a report of a mail server, and taken", async () => {
    await mailTo(smtp.port, { envelope: { ...envelope, from: "" }, raw: "Subject: failed\r\n\r\n" });
    expect(JSON.parse(published[0]?.text ?? "")).toMatchObject({ mail: { source: "" } });
  });

  test("is for those of its recipients that a rule takes; the others are refused by name", async () => {
    const to = ["a@kept.example", "support@expandit.com", "other@expandit.com"];
    await mailTo(smtp.port, { envelope: { ...envelope, to }, raw: "Subject: hi\r\n\r\n" });
    const { receipt } = JSON.parse(published[0]?.text ?? "") as { receipt: { recipients: string[] } };
    expect(receipt.recipients).toEqual(["a@kept.example", "support@expandit.com"]);
    const elsewhere = { envelope: { ...envelope, to: ["other@expandit.com"] }, raw: "Subject: hi\r\n\r\n" };
    expect(await refusedBy(smtp.port, elsewhere)).toMatchObject({
      responseCode: 550,
      response: expect.stringContaining("other@expandit.com"),
    });
  });

  test("may have 40 MB; one byte more is refused, and leaves nothing behind", async () => {
    expect(ofBytes(mostMailBytes)).toHaveLength(mostMailBytes);
    const id = await mailTo(smtp.port, { envelope, raw: ofBytes(mostMailBytes) });
    expect(rawMails.read("raw", id)?.length).toBeGreaterThan(mostMailBytes);
    expect(await refusedBy(smtp.port, { envelope, raw: ofBytes(mostMailBytes + 1) })).toMatchObject({
      responseCode: 552,
    });
    expect(rawMails.list("raw")).toHaveLength(1);
    expect(published).toHaveLength(1);
  });

  test("may be as large as was announced: a client need not send what is larger", async () => {
    const said = { ...envelope, size: mostMailBytes + 1 };
    expect(await refusedBy(smtp.port, { envelope: said, raw: "Subject: hi\r\n\r\n" })).toMatchObject({
      code: "EMESSAGE",
      message: expect.stringContaining(String(mostMailBytes)),
    });
  });

  test("is to be sent again while the world cannot take it", async () => {
    ready = () => {
      throw new Error("between two lives");
    };
    const raw = "Subject: hi\r\n\r\n";
    expect(await refusedBy(smtp.port, { envelope, raw })).toMatchObject({ responseCode: 451 });
    ready = () => undefined;
    await mailTo(smtp.port, { envelope, raw });
    expect(published).toHaveLength(1);
  });

  test("whose client goes away in the middle was never taken", async () => {
    const socket = connect(smtp.port, "127.0.0.1");
    const lines = ["EHLO x", "MAIL FROM:<a@b.example>", "RCPT TO:<a@kept.example>", "DATA"];
    for await (const answer of socket) {
      if (String(answer).startsWith("354")) break;
      socket.write(`${lines.shift() ?? "QUIT"}\r\n`);
    }
    socket.destroy();
    await mailTo(smtp.port, { envelope, raw: "Subject: hi\r\n\r\n" });
    expect(published).toHaveLength(1);
    expect(rawMails.list("raw")).toHaveLength(1);
  });
});
