import { describe, expect, it } from "vitest";
import { readMailEvent } from "#adapters/mail-events.ts";
import { ledgerKey, ledgerTag } from "#core/message/send.ts";

const key = { pk: "taxdome#appointment#K7M2P9Q", sk: "send#1#email-PT1H30M#reminder#email" };
const mail = {
  messageId: "0102-1",
  timestamp: "2026-12-08T09:00:00.500Z",
  destination: ["noor@customer.example"],
  tags: { ledger: [ledgerTag(key)], "ses:configuration-set": ["kept"] },
};
const timestamp = "2026-12-08T09:00:04.000Z";

describe("a report of SES", () => {
  it("names the ledger entry that the mail was claimed under", () => {
    expect(ledgerKey(ledgerTag(key))).toEqual(key);
    expect(readMailEvent({ eventType: "Send", mail, send: {} })).toEqual({
      happened: "taken",
      key,
      messageId: "0102-1",
      sentAt: "2026-12-08T09:00:00.500Z",
      at: "2026-12-08T09:00:00.500Z",
    });
  });

  it.each([
    ["Permanent", "NoEmail", "permanent-no-email", false],
    ["Permanent", "OnAccountSuppressionList", "permanent-on-account-suppression-list", false],
    ["Transient", "MailboxFull", "transient-mailbox-full", false],
    ["Transient", "General", "transient-general", true],
    ["Undetermined", "Undetermined", "undetermined-undetermined", false],
  ])("of a bounce, %s and %s, says why in words, and whether it may be an answer", (...bounced) => {
    const [bounceType, bounceSubType, reason, mayBeReply] = bounced;
    const bounce = {
      timestamp,
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: "n@c.example" }],
    };
    expect(readMailEvent({ eventType: "Bounce", mail, bounce })).toMatchObject({
      happened: "bounced",
      at: timestamp,
      reason,
      mayBeReply,
    });
  });

  it("of a delivery and of a complaint is that", () => {
    const delivery = { timestamp, processingTimeMillis: 3500 };
    expect(readMailEvent({ eventType: "Delivery", mail, delivery })).toMatchObject({
      happened: "delivered",
      at: timestamp,
    });
    const complaint = { timestamp, complaintSubType: null };
    expect(readMailEvent({ eventType: "Complaint", mail, complaint })).toMatchObject({
      happened: "complained",
    });
  });

  it("of a complaint from long ago, or a virus, means that nothing went out", () => {
    const complaint = { timestamp, complaintSubType: "OnAccountSuppressionList" };
    const suppressed = readMailEvent({ eventType: "Complaint", mail, complaint });
    expect(suppressed).toMatchObject({ happened: "bounced", reason: "suppressed" });
    const rejected = readMailEvent({ eventType: "Reject", mail, reject: { reason: "Bad content" } });
    expect(rejected).toMatchObject({ happened: "bounced", reason: "rejected" });
  });

  it("of a mail without a ledger entry is nobody's", () => {
    expect(readMailEvent({ eventType: "Send", mail: { ...mail, tags: {} } })).toBeUndefined();
  });

  it("that cannot be read is a fault, so that it ends in the dead letters", () => {
    expect(() => readMailEvent({ eventType: "Open", mail })).toThrow("eventType");
    expect(() => readMailEvent({ eventType: "Delivery", mail })).toThrow("delivery");
  });
});
