import { describe, expect, test } from "vitest";
import type { CalendarDate } from "#core/calendar.ts";
import { accountWith, putAccount } from "#core/customer/account.ts";
import { customerKey, newCustomer, putCustomer } from "#core/customer/customer.ts";
import { aRegisteredCase, type CaseWorld, kindsOf, staffAct, theCase, wakeUp } from "../../builders/case.ts";
import { anInquiry, expandit, ines, promised, statesOf, taxdome } from "../../builders/inquiry.ts";

/** Staff entered the account of this customer, with Software Assurance until the end of the year. */
const withLicence = async (world: CaseWorld, licence: string, until = "2026-12-31"): Promise<void> => {
  const { pack } = world.deployed.policy;
  const assurances = [{ customer: "Acme", until: until as CalendarDate }];
  const account = accountWith(undefined, { pack, id: "vega" }, { licence, users: 5, assurances });
  const customer = { ...newCustomer(customerKey(pack, ines.email)), account: "vega" };
  await world.table.commit([putAccount(account), putCustomer(customer)]);
};

describe("mail to ExpandIT on a Friday at 16:30", () => {
  test("to support is answered first within two hours in which it is open: on Monday at 10:30", async () => {
    const { dues } = await promised(expandit());
    expect(dues).toEqual({
      "First answer within 2 working hours (support, sales)": "2026-11-09T09:30:00.000Z",
      "Answer within 5 working days (support, no licence)": "2026-11-13T16:00:00.000Z",
    });
  });

  test("to sales has its full answer within two days, which end on Monday, and goes to the sales team", async () => {
    const world = expandit();
    const { number, dues } = await promised(world, { mailbox: "sales" });
    expect(dues["Answer within 2 days (sales)"]).toBe("2026-11-09T16:00:00.000Z");
    expect((await theCase(world, number)).team).toBe("sales");
    expect(world.staffMails.map(({ mail }) => mail.to.address)).toEqual(["sales@expandit.com"]);
  });

  test("to a person is answered within 24 hours around the clock, and comes under no shared mailbox", async () => {
    const { dues } = await promised(expandit(), { mailbox: "personal" });
    expect(dues).toEqual({
      "First answer within 24 hours (personal)": "2026-11-07T15:30:00.000Z",
      "Answer within 5 working days (personal)": "2026-11-13T16:00:00.000Z",
    });
  });

  test("by the portal is logged under the mailbox of its topic's team", async () => {
    const world = expandit();
    const { number } = await promised(world, { mailbox: undefined, topic: "sales" });
    expect((await theCase(world, number)).mailbox).toBe("sales");
  });

  test("a complaint is logged under one of the two as well, wherever it came in", async () => {
    const world = expandit();
    const complaint = { ...anInquiry(), kind: "complaint", mailbox: undefined } as const;
    const { number } = await aRegisteredCase(world, complaint);
    const sales = await aRegisteredCase(world, { ...complaint, topic: "sales" });
    expect((await theCase(world, number)).mailbox).toBe("support");
    expect((await theCase(world, sales.number)).mailbox).toBe("sales");
  });
});

describe("an inquiry that is a complaint", () => {
  test("is logged under a shared mailbox, and stays with the team where it came in", async () => {
    const world = expandit();
    const personal = await promised(world, { mailbox: "personal" });
    await staffAct(world, personal.number, "classify", { kind: "complaint" });
    expect(await theCase(world, personal.number)).toMatchObject({ mailbox: "support", team: "support" });
    const sales = await promised(world, { mailbox: "sales" });
    await staffAct(world, sales.number, "classify", { kind: "complaint" });
    expect(await theCase(world, sales.number)).toMatchObject({ mailbox: "sales", team: "sales" });
    expect(await statesOf(world, sales.number)).toEqual({ acknowledge: "open", answer: "open" });
  });

  test("to a person is logged under support at once", async () => {
    const world = expandit();
    const complaint = { ...anInquiry({ mailbox: "personal" }), kind: "complaint" } as const;
    const { number } = await aRegisteredCase(world, complaint);
    expect((await theCase(world, number)).mailbox).toBe("support");
  });
});

describe("support's full answer comes in the time of the account's licence", () => {
  test.each([
    ["premium", "Answer within 8 working hours (support, premium)", "2026-11-09T15:30:00.000Z"],
    ["standard", "Answer within 2 working days (support, standard)", "2026-11-10T16:00:00.000Z"],
  ])("%s", async (licence, name, due) => {
    const world = expandit();
    await withLicence(world, licence);
    expect((await promised(world)).dues[name]).toBe(due);
  });

  test("without Software Assurance on the day of receipt it is that of no licence", async () => {
    const world = expandit();
    await withLicence(world, "premium", "2026-11-05");
    expect((await promised(world)).dues).toHaveProperty("Answer within 5 working days (support, no licence)");
  });

  test("an account that somebody merely names gives nothing", async () => {
    const world = expandit();
    await withLicence(world, "premium");
    const stranger = { name: "Eve", email: "eve@elsewhere.example", account: "vega" };
    const { dues } = await promised(world, { customer: stranger });
    expect(dues).toHaveProperty("Answer within 5 working days (support, no licence)");
  });

  test("a licence that changes later moves no promise, not even when the case is reopened", async () => {
    const world = expandit("2026-11-02T09:00:00.000Z");
    await withLicence(world, "premium");
    const { number } = await promised(world);
    const item = await world.table.get({ pk: "expandit#account#vega", sk: "head" });
    await world.table.commit([{ put: { ...item!, licence: "standard" }, if: { exists: true } }]);
    await staffAct(world, number, "answer", { text: "So geht es" });
    await staffAct(world, number, "reopen", {});
    expect(Object.keys(await statesOf(world, number))).toEqual(["reply", "premium-answer"]);
  });
});

describe("the first and the full answer", () => {
  test.each([
    ["acknowledge", { text: "Wir sehen nach" }],
    ["update", { text: "Wir sehen nach" }],
    ["request-information", { text: "Welche Version?" }],
  ] as const)("%s is a first answer, and the full one stays owed", async (act, wish) => {
    const world = expandit();
    const { number } = await promised(world);
    await staffAct(world, number, act, wish);
    expect(await statesOf(world, number)).toEqual({ reply: "kept", "default-answer": "open" });
  });

  test("answer is both, ends the inquiry, and says until when the customer can object", async () => {
    const world = expandit();
    const { number } = await promised(world);
    await staffAct(world, number, "answer", { text: "So geht es" });
    expect(await statesOf(world, number)).toEqual({ reply: "kept", "default-answer": "kept" });
    expect((await theCase(world, number)).status).toBe("resolved");
    expect(kindsOf(world.mails)).toEqual(["registered", "answer"]);
  });

  test("a note and a question to a third party are none", async () => {
    const world = expandit();
    const { number } = await promised(world);
    await staffAct(world, number, "note", { text: "Ruft er zurück?" });
    await staffAct(world, number, "request-information", { text: "?", of: "thirdParty" });
    expect(await statesOf(world, number)).toMatchObject({ reply: "open" });
  });

  test("one that never reaches the customer keeps nothing", async () => {
    const world = expandit();
    const { number } = await promised(world);
    world.sendings.push({ outcome: "rejected", reason: "no such address" });
    await staffAct(world, number, "update", { text: "Wir sehen nach" });
    expect(await statesOf(world, number)).toMatchObject({ reply: "open" });
  });
});

describe("TaxDome's dedicated inbox answers in under 24 hours", () => {
  const name = "First answer in under 24 hours (inbox)";

  test.each([
    ["one second before", "2026-11-07T15:29:59.000Z", "kept"],
    ["a millisecond before", "2026-11-07T15:29:59.999Z", "kept"],
    ["exactly at", "2026-11-07T15:30:00.000Z", "late"],
    ["one second after", "2026-11-07T15:30:01.000Z", "late"],
  ])("%s 24 hours", async (_when, at, state) => {
    const world = taxdome();
    const { number, dues } = await promised(world);
    expect(dues[name]).toBe("2026-11-07T15:30:00.000Z");
    world.setNow(at);
    await staffAct(world, number, "update", { text: "We are looking into it" });
    expect(await statesOf(world, number)).toEqual({ reply: state, answer: "open" });
  });

  test("warns the team four hours before, and tells it on Monday that it was missed", async () => {
    const world = taxdome();
    const { number } = await promised(world);
    world.setNow("2026-11-07T11:30:00.000Z");
    await wakeUp(world, number);
    expect(world.staffMails.at(-1)?.mail.labels.kind).toBe("staff-case-warning");
    world.setNow("2026-11-07T15:30:00.000Z");
    await wakeUp(world, number);
    expect(await statesOf(world, number)).toMatchObject({ reply: "broken" });
    world.setNow("2026-11-09T08:00:00.000Z");
    await wakeUp(world, number);
    expect(world.staffMails.at(-1)?.mail.labels.kind).toBe("staff-case-missed");
  });

  test("whose licence does not include the inbox is registered all the same, and answered later", async () => {
    const world = taxdome();
    await withLicence(world, "essentials");
    const { dues } = await promised(world);
    expect(dues).toEqual({
      "First answer within 3 working days (without inbox)": "2026-11-11T16:00:00.000Z",
      "Answer within 5 working days": "2026-11-13T16:00:00.000Z",
    });
  });

  test("the licence that includes it has the promise", async () => {
    const world = taxdome();
    await withLicence(world, "business");
    expect((await promised(world)).dues).toHaveProperty([name]);
  });
});

describe("the first message that reaches a customer", () => {
  const terms = /2024-01-01.*kundenservice-richtlinie/;
  const textsOf = (world: CaseWorld) => world.mails.map(({ mail }) => terms.test(mail.text));

  test("names the terms with their version and address, and no later one does", async () => {
    const world = expandit();
    const { number } = await promised(world);
    await staffAct(world, number, "update", { text: "Wir sehen nach" });
    await staffAct(world, number, "answer", { text: "So geht es" });
    expect(textsOf(world)).toEqual([true, false, false]);
  });

  test("is the answer, where the receipt never reached them", async () => {
    const world = expandit();
    world.sendings.push({ outcome: "rejected", reason: "mailbox full" });
    const { number } = await promised(world);
    await staffAct(world, number, "update", { text: "Wir sehen nach" });
    await staffAct(world, number, "answer", { text: "So geht es" });
    expect(textsOf(world)).toEqual([true, true, false]);
  });

  test("says by when somebody answers; all come from the mailbox's name, and lead back to the case", async () => {
    const world = expandit();
    const { number } = await promised(world, { mailbox: "sales" });
    await staffAct(world, number, "answer", { text: "Hier ist das Angebot" });
    expect(world.mails[0]?.mail.text).toMatch(/erste Antwort\.|eine erste Antwort/);
    for (const { mail } of world.mails) {
      expect(mail.fromName).toBe("ExpandIT Sales");
      expect(mail.replyTo).toContain(`reply+c.expandit.${number.toLowerCase()}`);
      expect(mail.text).toContain("sales@expandit.com");
    }
    expect(world.mails[1]?.mail.text).toContain("20. November 2026");
  });
});
