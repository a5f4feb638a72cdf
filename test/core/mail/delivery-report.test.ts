import { expect, it } from "vitest";
import { calendarReply } from "#core/mail/calendar-reply.ts";
import { deliveriesIn, isBounce } from "#core/mail/delivery-report.ts";
import { aMail } from "./a-mail.ts";

const headers = { "content-type": "multipart/report; report-type=delivery-status; boundary=x" };
const returned =
  "From: Kept <solar@kept.example>\nMessage-ID:\n <0107@eu-west-1.amazonses.com>\nSubject: Hallo\n\nTekst";

it("a report says which recipient of which mail failed, and why", () => {
  const deliveryStatus = [
    "Reporting-MTA: dns; mx.example.nl",
    "Arrival-Date: Mon, 1 Dec 2026 10:00:00 +0100",
    "",
    "Original-Recipient: rfc822;Piet@Example.nl",
    "Final-Recipient: rfc822;",
    " p.devries@example.nl",
    "Action: failed",
    "Status: 5.1.1 (bad destination mailbox)",
    "",
    "Final-Recipient: RFC822; an@example.nl",
    "Action: Delayed",
    "Status: 4.4.1",
  ].join("\n");
  expect(deliveriesIn(aMail({ headers, deliveryStatus, returned }))).toEqual([
    {
      recipient: "piet@example.nl",
      messageId: "0107@eu-west-1.amazonses.com",
      outcome: "failed",
      reason: "5.1.1",
    },
    {
      recipient: "an@example.nl",
      messageId: "0107@eu-west-1.amazonses.com",
      outcome: "delayed",
      reason: "4.4.1",
    },
  ]);
});

it("a server that gave up after a while has failed, whatever its status begins with", () => {
  const deliveryStatus =
    "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b.nl\nAction: failed\nStatus: 4.4.7";
  expect(isBounce(aMail({ headers, deliveryStatus }))).toBe(true);
});

it("Exchange's own form names whom, and what it answers", () => {
  const mail = aMail({
    from: {
      name: "Microsoft Outlook",
      address: "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@example.nl",
    },
    subject: "Onbestelbaar: Uw afspraak",
    references: ["0107@eu-west-1.amazonses.com"],
    text: "Uw bericht aan piet@example.nl kon niet worden bezorgd.",
  });
  expect(deliveriesIn(mail)).toEqual([
    {
      recipient: "piet@example.nl",
      messageId: "0107@eu-west-1.amazonses.com",
      outcome: "failed",
      reason: "said-in-words",
    },
  ]);
});

it("an old server's words bring our id back with the mail's own header", () => {
  const mail = aMail({
    from: { name: "", address: "mailer-daemon@example.nl" },
    subject: "failure notice",
    text: "<piet@example.nl>:\nno mailbox here\n\n--- Below is a copy of the message.\n\nMessage-ID: <a.b@c>\nTo: x",
  });
  expect(deliveriesIn(mail)[0]).toMatchObject({ messageId: "a.b@c", recipient: "piet@example.nl" });
});

it("a warning that it takes longer is no bounce, nor is what a human writes about one", () => {
  const daemon = { name: "", address: "mailer-daemon@example.nl" };
  expect(isBounce(aMail({ from: daemon, subject: "Delivery delayed: still trying" }))).toBe(false);
  expect(deliveriesIn(aMail({ subject: "Undelivered: mijn pakket", text: "Nog steeds niets." }))).toEqual([]);
});

const reply = (attendee: string, method = "REPLY") =>
  `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:K7\r\n QX2@kept.example\r\n${attendee}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

it("a calendar says yes, no or perhaps to one invitation, over folded lines", () => {
  const uid = "K7QX2@kept.example";
  expect(calendarReply(reply("ATTENDEE;CN=Piet;PARTSTAT=DECL\r\n INED:mailto:piet@example.nl"))).toEqual({
    uid,
    answer: "declined",
  });
  expect(calendarReply(reply("attendee;partstat=accepted:mailto:p@x.nl"))).toEqual({
    uid,
    answer: "accepted",
  });
  expect(calendarReply(reply("ATTENDEE;PARTSTAT=TENTATIVE;CN=P:mailto:p@x.nl"))?.answer).toBe("tentative");
});

it("a name in quotes says nothing, and neither do an invitation and a broken file", () => {
  const tricky = 'ATTENDEE;CN="Piet;PARTSTAT=ACCEPTED:x";PARTSTAT=DECLINED:mailto:p@x.nl';
  expect(calendarReply(reply(tricky))?.answer).toBe("declined");
  expect(calendarReply(reply("ATTENDEE;PARTSTAT=DECLINED:mailto:p@x.nl", "REQUEST"))).toBeUndefined();
  expect(calendarReply("BEGIN:VCALENDAR")).toBeUndefined();
  expect(calendarReply(undefined)).toBeUndefined();
});
