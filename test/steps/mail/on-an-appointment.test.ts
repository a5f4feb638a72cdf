import { describe, expect, test } from "vitest";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, theAppointment } from "../../builders/booking.ts";
import { kindsOf } from "../../builders/case.ts";
import { arrive, keptMails, mailsAbout, tasksOf, withMail } from "../../builders/mail.ts";
import { aWorld } from "../../builders/world.ts";

const declined = [
  "BEGIN:VCALENDAR",
  "METHOD:REPLY",
  "BEGIN:VEVENT",
  "UID:x@kept.example",
  "ATTENDEE;PARTSTAT=DECLINED:mailto:noor@customer.example",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

/** Noor's session on 10 December, confirmed by a mail that can be answered. */
const aStory = async () => {
  const world = withMail(aWorld(), ["taxdome"]);
  const { code } = await aBookedAppointment(world);
  await sweep(world);
  const replyTo = await world.links.replyAddress({
    purpose: "appointment",
    pack: "taxdome",
    subject: code,
    recipient: "customer",
    given: "mail",
    expires: world.now(),
  });
  world.mails.length = 0;
  world.staffMails.length = 0;
  const reply = (text: string, more: Parameters<typeof arrive>[2] = {}) =>
    arrive(world, [replyTo], { text, ...more });
  return { world, code, reply };
};

describe("a wish by mail", () => {
  test.each([
    ["Ik wil de afspraak graag annuleren.", "cancel"],
    ["Können wir den Termin verschieben?", "change"],
  ])("%s: the links come back, and nothing has happened", async (text, meant) => {
    const { world, code, reply } = await aStory();
    const before = await theAppointment(world, code);
    expect(await reply(text)).toEqual({ settled: "reply", pack: "taxdome", subject: "appointment", code });
    expect(await theAppointment(world, code)).toMatchObject({
      status: "booked",
      version: before.version,
      start: before.start,
    });
    const [answer, ...others] = world.mails;
    expect(others).toEqual([]);
    expect(answer?.mail.labels.kind).toBe("answer");
    expect(answer?.mail.to.address).toBe("noor@customer.example");
    expect(answer?.mail.text).toContain("do=change");
    expect(answer?.mail.text).toContain("do=cancel");
    expect(world.staffMails).toEqual([]);
    expect(mailsAbout(world, code)).toMatchObject([{ meant, promise: "answer" }]);
  });

  test("from another address gets its links to the customer's own alone", async () => {
    const { world, reply } = await aStory();
    await reply("Please cancel it.", { from: "mallory@elsewhere.example", verdicts: { dmarc: "FAIL" } });
    expect(world.mails.map(({ mail }) => mail.to.address)).toEqual(["noor@customer.example"]);
  });

  test("for a session that is over goes to the host", async () => {
    const { world, reply } = await aStory();
    world.setNow("2026-12-10T12:00:00.000Z");
    await reply("I had to cancel, can I change it to another day?");
    expect(kindsOf(world.mails)).not.toContain("answer");
    expect(kindsOf(world.staffMails)).toContain("staff-mail");
  });
});

test("anything else goes to the host, in the customer's words", async () => {
  const { world, code, reply } = await aStory();
  const text = "Brengt u <b>de papieren</b> mee?";
  await reply(text);
  expect(world.mails).toEqual([]);
  const [mail] = world.staffMails;
  expect(mail?.mail.labels.kind).toBe("staff-mail");
  expect(mail?.mail.text).toContain(text);
  expect(mail?.mail.html).not.toContain("<b>de papieren");
  expect((await theAppointment(world, code)).promises["staff-mail"]?.state).toBe("kept");
});

test("two mails are two, each with its own words", async () => {
  const { world, reply } = await aStory();
  await reply("The first.");
  await reply("The second.");
  expect(world.staffMails.map(({ mail }) => mail.labels.promise)).toEqual(["staff-mail", "staff-mail-2"]);
  expect(world.staffMails[0]?.mail.text).toContain("The first.");
  expect(world.staffMails[1]?.mail.text).toContain("The second.");
});

test("a mail that is brought again, also at once, is one", async () => {
  const { world, code, reply } = await aStory();
  const again = () => reply("Please cancel it.", { id: "one" });
  await Promise.all([again(), again(), again()]);
  await again();
  expect(kindsOf(world.mails)).toEqual(["answer"]);
  expect(mailsAbout(world, code)).toHaveLength(1);
});

test("a calendar that declines is answered once with the way to cancel", async () => {
  const { world, code, reply } = await aStory();
  await reply("", { calendar: declined });
  await reply("", { calendar: declined });
  expect(kindsOf(world.mails)).toEqual(["answer"]);
  expect(mailsAbout(world, code).map(({ meant }) => meant)).toEqual(["declined", "automatic"]);
  expect((await theAppointment(world, code)).status).toBe("booked");
});

test("a calendar that accepts, and an absence, are written down and answered by nobody", async () => {
  const { world, code, reply } = await aStory();
  await reply("", { calendar: declined.replace("DECLINED", "ACCEPTED") });
  await reply("I am away.", { headers: { "auto-submitted": "auto-replied" } });
  expect([...world.mails, ...world.staffMails]).toEqual([]);
  expect(mailsAbout(world, code)).toHaveLength(2);
});

test("what the host answers is written down, and goes to nobody", async () => {
  const { world, code, reply } = await aStory();
  await reply("Brengt u de papieren mee?");
  const toHost = world.staffMails[0]?.mail.replyTo ?? "";
  const from = world.staffMails[0]?.mail.to.address ?? "";
  world.staffMails.length = 0;
  await arrive(world, [toHost], { from, text: "Yes." });
  expect([...world.mails, ...world.staffMails]).toEqual([]);
  expect(mailsAbout(world, code).map(({ as }) => as)).toEqual(["customer", "host"]);
});

test("the sixth wish of a day waits for a person; the next day is another", async () => {
  const { world, reply } = await aStory();
  for (let at = 0; at < 7; at += 1) await reply("Please cancel it.");
  expect(kindsOf(world.mails)).toEqual(Array.from({ length: 5 }, () => "answer"));
  expect(tasksOf(world)).toEqual(["mail-held-back", "mail-held-back"]);
  world.setNow("2026-12-02T08:00:00.000Z");
  await reply("Please cancel it.");
  expect(world.mails).toHaveLength(6);
});

test("a mail server's report means what the provider's would: not kept, and a person hears of it", async () => {
  const { world, code, reply } = await aStory();
  await reply("Please cancel it.");
  const [message] = world.table
    .all()
    .filter((item) => item["type"] === "message" && item.sk.includes("answer"));
  const id = `${String(message?.pk).slice("message#".length)}@eu-west-1.amazonses.com`;
  const outcome = await arrive(world, ["noreply@kept.example"], {
    from: "mailer-daemon@customer.example",
    envelope: "",
    headers: { "content-type": "multipart/report; report-type=delivery-status" },
    deliveryStatus:
      "Reporting-MTA: dns; mx.customer.example\n\nFinal-Recipient: rfc822; noor@customer.example\nAction: failed\nStatus: 5.1.1\n",
    returned: `Message-ID: <${id}>\nSubject: x\n`,
  });
  expect(outcome).toEqual({ settled: "reply", pack: "taxdome", subject: "appointment", code });
  expect((await theAppointment(world, code)).promises["answer"]).toMatchObject({
    state: "failed",
    reason: "bounced: 5.1.1",
  });
  expect(tasksOf(world)).toContain("send-bounced");
  expect(keptMails(world)).toHaveLength(2);
});
