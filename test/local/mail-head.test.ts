import { describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { splitHead, takeVerdicts } from "#local/smtp/head.ts";
import { notification } from "#local/smtp/notification.ts";
import { takes } from "#local/smtp/recipients.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("the head of a mail", () => {
  test.each(["\r\n", "\n"])("ends at its empty line, whatever its line ends are", (end) => {
    const split = splitHead(bytes(`A: 1${end}B: 2${end}${end}body${end}${end}more`));
    expect(split?.head.toString()).toBe(`A: 1${end}B: 2`);
    expect(split?.rest.toString()).toBe(`${end}${end}body${end}${end}more`);
  });

  test("is not known before that, unless it goes on for ever", () => {
    expect(splitHead(bytes("A: 1\r\n"))).toBeUndefined();
    expect(splitHead(Buffer.alloc(256 * 1024 + 1, "a"))?.rest.length).toBe(0);
  });

  test("loses the header that says which verdicts to play, folded or twice, and nothing else", () => {
    const head = bytes(
      "A: caf\xe9\r\nX-Local-Verdicts: dmarc=FAIL\r\n spf=GRAY\r\nB: 2\r\nx-local-verdicts: spam=FAIL",
    );
    const taken = takeVerdicts(head);
    expect(taken.head.toString("latin1")).toBe("A: caf\xe9\r\nB: 2");
    expect(taken.said).toMatch(/dmarc=FAIL\s+spf=GRAY\s+spam=FAIL/);
  });
});

test("a notification says what was to be played, and that the rest passed", () => {
  const brought = {
    id: "m1",
    at: instant("2026-12-01T09:00:00.000Z"),
    sender: "",
    recipients: ["a@kept.example"],
    from: { name: "client", ip: "127.0.0.1" },
    head: bytes("Subject: a\r\n b\r\nFrom: x@y.example"),
    said: "dmarc=FAIL spf=whatever",
  };
  const { receipt, mail } = notification(brought, { bucket: "b", key: "m1" });
  expect(receipt).toMatchObject({
    dmarcVerdict: { status: "FAIL" },
    dkimVerdict: { status: "PASS" },
    action: { type: "S3", bucketName: "b", objectKey: "m1" },
  });
  expect(mail.commonHeaders).toEqual({ from: ["x@y.example"], subject: "a b" });
});

test.each([
  ["a@kept.example", true],
  ["A@KEPT.example", true],
  ["a@sub.kept.example", false],
  ["a@notkept.example", false],
  ["support@expandit.com", true],
  ["other@expandit.com", false],
  ["a@deep.below.example", true],
  ["a@below.example", false],
])("a rule's recipients and %s: %s", (address, taken) => {
  const recipients = ["kept.example", "support@expandit.com", ".below.example"];
  expect(takes({ recipients }, address)).toBe(taken);
});
