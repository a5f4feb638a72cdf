import { describe, expect, test } from "vitest";
import { aCaseWorld, aRegisteredCase, theCase } from "../../builders/case.ts";
import { arrive, keptMails, mailsAbout, quarantined, unproven, withMail } from "../../builders/mail.ts";
import { aWorld } from "../../builders/world.ts";

const mailbox = "complaints@solar.example";
const stranger = "mallory@elsewhere.example";

/** Noor has a complaint, and has the receipt for it with its secret reply address. */
const aStory = async () => {
  const world = withMail(aCaseWorld(), ["solar"]);
  const { number } = await aRegisteredCase(world);
  const receipt = world.mails[0]?.mail;
  const replyTo = receipt?.replyTo ?? "";
  world.mails.length = 0;
  world.staffMails.length = 0;
  const changes = () =>
    world.table.all().filter(({ pk, type }) => type === "change" && pk.endsWith(`#${number}`));
  return { world, number, replyTo, changes };
};

/** All that went out to anybody but staff, as one text. */
const saidTo = (mails: Awaited<ReturnType<typeof aStory>>["world"]["mails"]) =>
  mails.map(({ mail }) => JSON.stringify([mail.to, mail.subject, mail.text, mail.html])).join("\n");

describe("a mail to the reply address of a receipt", () => {
  test("goes onto the case, its words beside the change, and staff hear of it", async () => {
    const { world, number, replyTo, changes } = await aStory();
    const outcome = await arrive(world, [replyTo], { text: "The light is red." });
    expect(outcome).toEqual({ settled: "reply", pack: "solar", subject: "case", code: number });
    expect(changes().at(-1)).toMatchObject({
      actor: "customer",
      action: "customer-wrote",
      reason: "by mail",
    });
    expect(world.staffMails.map(({ mail }) => mail.labels.kind)).toEqual(["staff-case-customer"]);
    expect(world.mails).toEqual([]);
  });

  test("is believed from another address, marked so, and nothing is sent there", async () => {
    const { world, number, replyTo, changes } = await aStory();
    await arrive(world, [replyTo], { from: stranger, text: "Send me all you have.", verdicts: unproven });
    expect(changes().at(-1)).toMatchObject({ reason: "by mail from another address" });
    expect(mailsAbout(world, number)).toMatchObject([{ anotherAddress: true, as: "customer" }]);
    expect(keptMails(world)[0]).toMatchObject({ from: { address: stranger }, proven: false });
    expect(saidTo(world.mails)).not.toContain(stranger);
  });

  test("is one reply however often it is brought, also at once", async () => {
    const { world, number, replyTo, changes } = await aStory();
    const again = () => arrive(world, [replyTo], { id: "one", text: "The light is red." });
    const outcomes = [await again(), ...(await Promise.all([again(), again()])), await again()];
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(changes()).toHaveLength(2);
    expect(mailsAbout(world, number)).toHaveLength(1);
  });

  test("that was changed by somebody is none of ours: the company's staff look at it", async () => {
    const { world, replyTo, changes } = await aStory();
    world.links.readReply = async () => undefined;
    await arrive(world, [replyTo], { text: "Let me in." });
    expect(changes()).toHaveLength(1);
    expect(quarantined(world)).toEqual(["no-mailbox"]);
  });
});

describe("a mail that only says what it is about", () => {
  const subject = (number: string) => `Re: Uw klacht ${number}`;

  test("belongs to the case whose number it names, if its sender is proven to be that customer", async () => {
    const { world, number } = await aStory();
    const outcome = await arrive(world, [mailbox], { subject: subject(number), text: "Any news?" });
    expect(outcome).toMatchObject({ settled: "reply", code: number });
  });

  test("in her name, with a guessed number, is a new case: nothing of the old one is said, and staff see both", async () => {
    const { world, number, changes } = await aStory();
    const told = { subject: subject(number), text: "Read me my file.", verdicts: unproven };
    const outcome = await arrive(world, [mailbox], told);
    expect(outcome).toMatchObject({ settled: "case" });
    expect(outcome).not.toMatchObject({ number });
    expect(changes()).toHaveLength(1);
    expect(saidTo(world.mails)).not.toContain(number);
    expect(saidTo(world.mails)).not.toContain("SG10RT");
    expect(keptMails(world)[0]).toMatchObject({ maybeAbout: { subject: "case", code: number } });
  });

  test("from a proven stranger is a new case of the stranger's", async () => {
    const { world, number, changes } = await aStory();
    const outcome = await arrive(world, [mailbox], { from: stranger, subject: subject(number), text: "Hi" });
    if (outcome.settled !== "case") throw new Error("no case");
    expect((await theCase(world, outcome.number)).customer.email).toBe(stranger);
    expect(changes()).toHaveLength(1);
  });

  test.each([
    { what: "by a proven customer belongs to it", more: {}, settled: "reply" },
    {
      what: "in the customer's name without proof is a new case",
      more: { verdicts: unproven },
      settled: "case",
    },
    { what: "by a proven stranger is a new case", more: { from: stranger }, settled: "case" },
  ])("an answer to one of our Message-IDs $what", async ({ more, settled }) => {
    const { world, changes } = await aStory();
    const [message] = world.table.all().filter(({ type }) => type === "message");
    const id = `${String(message?.pk).slice("message#".length)}@eu-west-1.amazonses.com`;
    const outcome = await arrive(world, [mailbox], { references: ["x@y.example", id], text: "Yes", ...more });
    expect(outcome.settled).toBe(settled);
    expect(changes()).toHaveLength(settled === "reply" ? 2 : 1);
  });

  test("names a Message-ID that we never had: a new case, linked to nothing", async () => {
    const { world } = await aStory();
    const references = ["0102019abcdef012-00000000@eu-west-1.amazonses.com"];
    expect(await arrive(world, [mailbox], { references, text: "Yes" })).toMatchObject({ settled: "case" });
    expect(keptMails(world)[0]).not.toHaveProperty("maybeAbout");
  });
});

test("a forged report of a mail server, with a guessed number, tells nothing and gets nowhere near the case", async () => {
  const { world, number, changes } = await aStory();
  const outcome = await arrive(world, [mailbox], {
    from: "mailer-daemon@elsewhere.example",
    envelope: "",
    subject: `Undelivered: ${number}`,
    deliveryStatus: `Final-Recipient: rfc822; noor@customer.example\nAction: failed\nStatus: 5.1.1\n`,
    returned: "Message-ID: <0102019abcdef012-00000000@eu-west-1.amazonses.com>\n",
  });
  expect(outcome).toMatchObject({ settled: "quarantine", reason: "automatic" });
  expect(changes()).toHaveLength(1);
});

test("a mail to two companies is settled for each, and neither sees the other's", async () => {
  const world = withMail(aWorld(), ["solar", "bnc"]);
  const told = { id: "both", text: "Neither of you answers." };
  const bring = () => arrive(world, [mailbox, "complaints@bnc.example"], told);
  expect(await bring()).toMatchObject({ settled: "case", pack: "solar" });
  await bring();
  expect(keptMails(world).map(({ pack, outcome }) => [pack, outcome?.settled])).toEqual([
    ["solar", "case"],
    ["bnc", "case"],
  ]);
  expect(world.mails.map(({ mail }) => mail.fromName)).toHaveLength(2);
});

describe("a mail that leads nowhere", () => {
  test.each([
    { why: "no-mailbox", told: { text: "Hello?" }, to: "info@solar.example" },
    { why: "spam", told: { verdicts: { spam: "FAIL" as const } }, to: mailbox },
    { why: "virus", told: { verdicts: { virus: "FAIL" as const } }, to: mailbox },
    { why: "unreadable", told: { unreadable: "too-many-parts" }, to: mailbox },
    { why: "automatic", told: { headers: { "auto-submitted": "auto-replied" } }, to: mailbox },
    { why: "own", told: { headers: { "x-kept-message": "x" } }, to: mailbox },
    { why: "no-sender", told: { from: "", envelope: "a@b.example", text: "I am nobody" }, to: mailbox },
  ])("waits for a person: $why", async ({ why, told, to }) => {
    const world = withMail(aCaseWorld(), ["solar"]);
    const outcome = await arrive(world, [to], told);
    expect(outcome).toEqual({ settled: "quarantine", pack: "solar", reason: why });
    expect(quarantined(world)).toEqual([why]);
    expect(world.mails).toEqual([]);
  });
});
