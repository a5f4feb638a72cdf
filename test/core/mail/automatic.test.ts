import { describe, expect, it } from "vitest";
import { automaticKind, ownMark } from "#core/mail/automatic.ts";
import { mayAnswer } from "#core/mail/may-answer.ts";
import { aMail, fromNobody, fromPiet } from "./a-mail.ts";

const kindOf = (headers: Record<string, string>, envelope = fromPiet) =>
  automaticKind(aMail({ headers }), envelope);

const report = "multipart/report; report-type=delivery-status; boundary=x";

describe("what a machine wrote is known by its headers and its form", () => {
  it.each([
    [{ "auto-submitted": "auto-replied" }, "out-of-office"],
    [{ "auto-submitted": "Auto-Replied (vacation); owner-email=piet@example.nl" }, "out-of-office"],
    [{ "auto-submitted": "auto-generated" }, "auto-generated"],
    [{ "auto-submitted": "auto-notified" }, "auto-generated"],
    [{ precedence: "auto_reply" }, "out-of-office"],
    [{ "x-autoreply": "yes" }, "out-of-office"],
    [{ "x-autorespond": "absent" }, "out-of-office"],
    [{ precedence: "bulk" }, "list"],
    [{ precedence: "Junk" }, "list"],
    [{ "list-id": "<news.example.nl>" }, "list"],
    [{ "list-unsubscribe": "<mailto:off@example.nl>" }, "list"],
    [{ "x-loop": "piet@example.nl" }, "auto-generated"],
    [{ [ownMark.toLowerCase()]: "solar" }, "our-own"],
    [{ "content-type": "multipart/report; report-type=disposition-notification" }, "delivery-report"],
  ])("%o is %s", (headers, kind) => {
    expect(kindOf(headers)).toBe(kind);
  });

  it.each([
    "Automatische Antwort: Ihr Termin",
    "Automatisches Antwort: Ihr Termin",
    "Automatisch antwoord: Uw afspraak",
    "Respuesta automática: Su cita",
    "Automatic reply: Your appointment",
    "Out of Office: back on Monday",
    "Abwesenheitsnotiz: bis Montag",
  ])("a subject that only a program writes: %s", (subject) => {
    expect(automaticKind(aMail({ subject }), fromPiet)).toBe("out-of-office");
  });

  it.each([
    "noreply@shop.example",
    "no-reply+12@shop.example",
    "postmaster@example.nl",
    "do-not-reply@a.example",
  ])("%s is nobody", (address) => {
    expect(automaticKind(aMail({ from: { name: "", address } }), fromPiet)).toBe("auto-generated");
  });

  it("an empty sender of the envelope is a machine's", () => {
    expect(automaticKind(aMail(), fromNobody)).toBe("auto-generated");
  });

  it("an answer to an invitation", () => {
    const calendar = "BEGIN:VCALENDAR\nMETHOD:REPLY\nUID:a@kept\nATTENDEE;PARTSTAT=DECLINED:mailto:p@x.nl\n";
    expect(automaticKind(aMail({ calendar }), fromPiet)).toBe("calendar-reply");
  });

  it("a report of a mail that failed is a bounce, of one that waits it is not", () => {
    const mail = (action: string) =>
      aMail({
        headers: { "content-type": report },
        deliveryStatus: `Reporting-MTA: dns; a\n\nAction: ${action}`,
      });
    expect(automaticKind(mail("failed"), fromNobody)).toBe("bounce");
    expect(automaticKind(mail("delayed"), fromNobody)).toBe("delivery-report");
  });
});

describe("a human stays one", () => {
  it.each([
    {},
    { "auto-submitted": "no" },
    { "auto-submitted": "No (really)", precedence: "list" },
    { "auto-submitted": "auto-forwarded" },
    { "x-auto-response-suppress": "All" },
    { "resent-from": "desk@solar.nl", "resent-date": "Mon, 1 Dec 2026 10:00:00 +0100" },
    { "x-forwarded-to": "complaints@solar.nl", "x-forwarded-for": "a@solar.nl b@solar.nl" },
    { precedence: "first-class" },
    { "feedback-id": "1:eu-west-1:AmazonSES" },
  ])("%o", (headers) => {
    expect(kindOf(headers)).toBeUndefined();
  });

  it("when a server forwarded the complaint with an empty sender", () => {
    expect(kindOf({ "x-forwarded-to": "complaints@solar.nl" }, fromNobody)).toBeUndefined();
  });

  it("when the company's own mailbox is a list that hands on", () => {
    const asList = { "list-id": "<complaints.solar.nl>", precedence: "list" };
    expect(kindOf(asList, { ...fromPiet, forwardedBy: "solar.nl" })).toBeUndefined();
    expect(kindOf({ ...asList, precedence: "bulk" }, { ...fromPiet, forwardedBy: "solar.nl" })).toBe("list");
  });

  it("when the text has a list's footer, or speaks of automatic replies", () => {
    const text = "Ik kreeg een automatic reply.\n_____\nTo unsubscribe, write to news@example.nl";
    expect(
      automaticKind(aMail({ text, subject: "Re: Automatic reply: afspraak" }), fromPiet),
    ).toBeUndefined();
  });

  it("when they pass a report on as a file", () => {
    const deliveryStatus = "Final-Recipient: rfc822; a@b.nl\nAction: failed";
    const mail = aMail({ deliveryStatus, headers: { "content-type": "multipart/mixed; boundary=a" } });
    expect(automaticKind(mail, fromPiet)).toBeUndefined();
  });
});

describe("an automatic mail of ours may answer", () => {
  const ours = (address: string) => address.endsWith("@kept.example");

  it("a human", () => {
    expect(mayAnswer(aMail(), fromPiet, ours)).toBe(true);
  });

  it("but no machine, nobody, none of us, and nobody who asks for silence", () => {
    const refused = [
      mayAnswer(aMail({ headers: { "auto-submitted": "auto-replied" } }), fromPiet, ours),
      mayAnswer(aMail(), fromNobody, ours),
      mayAnswer(aMail({ from: { name: "", address: "no-reply@shop.example" } }), fromPiet, ours),
      mayAnswer(aMail({ from: { name: "", address: "solar@kept.example" } }), fromPiet, ours),
      mayAnswer(aMail(), { sender: "Solar@kept.example" }, ours),
      mayAnswer(aMail({ headers: { "list-id": "<a.b>", "auto-submitted": "no" } }), fromPiet, ours),
      mayAnswer(aMail({ headers: { "x-auto-response-suppress": "DR, OOF, AutoReply" } }), fromPiet, ours),
    ];
    expect(refused).toEqual(refused.map(() => false));
  });

  it("also who only asks for no receipts", () => {
    expect(mayAnswer(aMail({ headers: { "x-auto-response-suppress": "DR, RN" } }), fromPiet, ours)).toBe(
      true,
    );
  });
});
