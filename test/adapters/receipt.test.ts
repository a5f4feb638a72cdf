import { describe, expect, test } from "vitest";
import { createPolicies } from "#adapters/policies.ts";
import { readReceipt } from "#adapters/receipt.ts";

const settings = {
  forwarders: ["relay.customer.example", "192.0.2.7"],
  mailDomain: "kept.example",
  policies: createPolicies(),
};

interface Changes {
  readonly receipt?: object;
  readonly mail?: object;
}

/** As SES announces a mail that it stored. */
const anAnnouncement = ({ receipt, mail }: Changes = {}) => ({
  notificationType: "Received",
  receipt: {
    timestamp: "2026-12-01T09:00:01.000Z",
    processingTimeMillis: 222,
    recipients: ["Complaints@BNC.example"],
    spamVerdict: { status: "PASS" },
    virusVerdict: { status: "PASS" },
    spfVerdict: { status: "PASS" },
    dkimVerdict: { status: "GRAY" },
    dmarcVerdict: { status: "FAIL" },
    dmarcPolicy: "reject",
    action: {
      type: "S3",
      topicArn: "arn:aws:sns:x",
      bucketName: "b",
      objectKeyPrefix: "",
      objectKey: "d6iitobk75",
    },
    ...receipt,
  },
  mail: {
    timestamp: "2026-12-01T09:00:00.936Z",
    source: "noor@customer.example",
    messageId: "d6iitobk75",
    destination: ["complaints@bnc.example", "boss@elsewhere.example"],
    headersTruncated: false,
    headers: [],
    commonHeaders: {
      from: ["Noor <noor@customer.example>"],
      subject: "Te laat",
      messageId: "<1@customer.example>",
    },
    ...mail,
  },
});

const broughtBy = (ip: string, source = "noor@customer.example") => ({
  source,
  headers: [
    { name: "Return-Path", value: "<noor@customer.example>" },
    {
      name: "Received",
      value: `from x (x.example [${ip}]) by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 1 for y; Tue, 1 Dec 2026`,
    },
  ],
});

describe("what SES says of a mail", () => {
  test("is who brought it to which address of ours, and what was checked", () => {
    expect(readReceipt(anAnnouncement(), settings)).toEqual({
      id: "d6iitobk75",
      receivedAt: "2026-12-01T09:00:00.936Z",
      sender: "noor@customer.example",
      recipients: ["complaints@bnc.example"],
      verdicts: { spf: "PASS", dkim: "GRAY", dmarc: "FAIL", spam: "PASS", virus: "PASS" },
      from: "Noor <noor@customer.example>",
      subject: "Te laat",
      messageId: "1@customer.example",
    });
  });

  test("a check that is not there was not made, and an unknown word proves nothing", () => {
    const receipt = { spamVerdict: undefined, spfVerdict: { status: "SPLENDID" } };
    const arrival = readReceipt(anAnnouncement({ receipt }), settings);
    expect(arrival?.verdicts).toMatchObject({ spam: "DISABLED", spf: "GRAY" });
  });

  test("a report of a mail server has no sender", () => {
    for (const source of ["", "<>"])
      expect(readReceipt(anAnnouncement({ mail: { source } }), settings)?.sender).toBe("");
  });

  test("a mail that a company hands on is for the mailbox that it came to there, whatever the case", () => {
    const receipt = { recipients: ["ExpandIT.Support@kept.example", "support@expandit.com"] };
    const arrival = readReceipt(anAnnouncement({ receipt }), settings);
    expect(arrival?.recipients).toEqual(["support@expandit.com"]);
  });

  test.each([
    "nobody.support@kept.example",
    "solar.sales@kept.example",
    "expandit.support@elsewhere.example",
  ])("%s is no mailbox's address for handing on", (address) => {
    const arrival = readReceipt(anAnnouncement({ receipt: { recipients: [address] } }), settings);
    expect(arrival?.recipients).toEqual([address]);
  });

  test("one of another form is a fault, and ends where somebody looks", () => {
    const lambda = { action: { type: "Lambda", functionArn: "x" } };
    const elsewhere = { action: { type: "S3", objectKey: "another" } };
    for (const receipt of [lambda, elsewhere])
      expect(() => readReceipt(anAnnouncement({ receipt }), settings)).toThrow();
    expect(() => readReceipt({ hello: "you" }, settings)).toThrow();
  });

  test("a notice that is about no mail is let go", () => {
    expect(readReceipt({ notificationType: "AmazonSnsSubscriptionSucceeded" }, settings)).toBeUndefined();
  });
});

describe("a forwarder that the company names", () => {
  const forwarded = (mail: object, spf = "PASS") =>
    readReceipt(anAnnouncement({ mail, receipt: { spfVerdict: { status: spf } } }), settings)?.forwardedBy;

  test("is known by the domain that it sends in the name of, if it may", () => {
    const rewritten = { source: "SRS0=x=y=customer.example=noor@relay.customer.example" };
    expect(forwarded(rewritten)).toBe("relay.customer.example");
    expect(forwarded(rewritten, "FAIL")).toBeUndefined();
  });

  test("is known by its IP address, as SES saw it", () => {
    expect(forwarded(broughtBy("192.0.2.7"), "FAIL")).toBe("192.0.2.7");
    expect(forwarded(broughtBy("192.0.2.70"), "FAIL")).toBeUndefined();
  });

  test("is not known by what a client calls itself, or whom it writes to", () => {
    const by = "by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 1";
    for (const value of [
      `from x (y [192.0.2.7]) by inbound-smtp. (x.example [198.51.100.9]) ${by} for z; Tue, 1 Dec 2026`,
      `from x (x.example [198.51.100.9]) ${by} for "(y [192.0.2.7]) ${by}"@kept.example; Tue, 1 Dec 2026`,
    ])
      expect(forwarded({ headers: [{ name: "Received", value }] }, "FAIL")).toBeUndefined();
  });

  test("is not known by what the mail says of its own way here", () => {
    const { headers } = broughtBy("192.0.2.7");
    const real = broughtBy("198.51.100.9").headers;
    expect(forwarded({ headers: [...real, ...headers] }, "FAIL")).toBeUndefined();
  });
});
