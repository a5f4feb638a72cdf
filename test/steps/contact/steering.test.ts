import { describe, expect, test } from "vitest";
import type { CaseRequest } from "#core/case/register.ts";
import { staffCaseView } from "#core/case/staff-view.ts";
import { customerKey, newCustomer, putCustomer } from "#core/customer/customer.ts";
import { mailOnKey } from "#core/mail/entry.ts";
import { aRegisteredCase, type CaseWorld, kindsOf, staffAct, theCase } from "../../builders/case.ts";
import { aPartnerWorld, entered, foundToUnderstand, refused } from "./a-partner.ts";

const petra = { name: "Petra Vega", email: "petra@vega.example" };

const anInquiry = (changes: Partial<CaseRequest> = {}): Partial<CaseRequest> => ({
  kind: "inquiry",
  topic: undefined,
  fields: { description: "What does a second site cost?" },
  customer: petra,
  language: "de",
  channel: "mail",
  mailbox: "sales",
  ...changes,
});

const ofVega = (world: CaseWorld) =>
  world.table.commit([
    putCustomer({ ...newCustomer(customerKey("expandit", petra.email)), account: "vega" }),
  ]);

describe("a new partner who may not have understood what is offered", () => {
  const aNewPartner = async (kind = "partner") => {
    const world = await aPartnerWorld();
    await entered(world, kind);
    await ofVega(world);
    const { number } = await aRegisteredCase(world, anInquiry());
    return { world, number };
  };

  test("has their sales mail registered and answered first; the full answer waits for the check", async () => {
    const { world, number } = await aNewPartner();
    expect(await refused(staffAct(world, number, "update", { text: "We look into it." }))).toBeUndefined();
    expect(await refused(staffAct(world, number, "answer", { text: "900 euros." }))).toBe("not-understood");
    expect(await refused(staffAct(world, number, "resolve", { text: "900 euros." }))).toBe("not-understood");
    expect(await foundToUnderstand(world)).toMatchObject({ understood: { at: "2026-11-02T09:00:00.000Z" } });
    expect(await refused(staffAct(world, number, "answer", { text: "900 euros." }))).toBeUndefined();
  });

  test("is checked once, in a person's name", async () => {
    const { world } = await aNewPartner();
    await foundToUnderstand(world);
    expect(await refused(foundToUnderstand(world))).toBe("already-done");
    const entries = await world.table.list("expandit#relation#vega", "change#", "change#~");
    expect(entries.at(-1)).toMatchObject({ actor: "staff:lena", action: "understanding-recorded" });
    expect(JSON.stringify(entries)).not.toContain("Went through");
  });

  test("is helped by support all the same, and may complain", async () => {
    const { world } = await aNewPartner();
    const support = await aRegisteredCase(world, anInquiry({ mailbox: "support" }));
    expect(await refused(staffAct(world, support.number, "answer", { text: "So." }))).toBeUndefined();
    const complaint = await aRegisteredCase(world, { ...anInquiry(), kind: "complaint", topic: "sales" });
    expect(await refused(staffAct(world, complaint.number, "resolve", { text: "So." }))).toBeUndefined();
  });

  test.each([["end-customer"], [undefined]])(
    "%s: of other kinds, or none, nothing is asked",
    async (kind) => {
      const world = await aPartnerWorld();
      if (kind !== undefined) await entered(world, kind);
      await ofVega(world);
      const { number } = await aRegisteredCase(world, anInquiry());
      expect(await refused(staffAct(world, number, "answer", { text: "900 euros." }))).toBeUndefined();
    },
  );
});

describe("what and why", () => {
  const anAnswered = async () => {
    const world = await aPartnerWorld();
    const { number } = await aRegisteredCase(world, anInquiry({ mailbox: "support" }));
    await staffAct(world, number, "answer", { text: "So." });
    return { world, number };
  };
  const checked = async (world: CaseWorld, number: string) => {
    const it = await theCase(world, number);
    const { clarifying } = staffCaseView(world.deployed.policy, it, [], { now: world.now(), language: "en" });
    return clarifying.map(({ name, done }) => [name, done]);
  };

  test("are asked about when an inquiry is closed; once both are clear it closes", async () => {
    const { world, number } = await anAnswered();
    const closing = await staffAct(world, number, "close", {});
    expect(closing).toMatchObject({
      refused: "not-clarified",
      detail: expect.stringMatching(/Was genau fragt die Kundenseite\? · Warum/),
    });
    await staffAct(world, number, "clarify", { answers: { what: "The price of a site" } });
    expect(await staffAct(world, number, "close", {})).toMatchObject({
      refused: "not-clarified",
      detail: expect.not.stringContaining("Was genau"),
    });
    expect(await checked(world, number)).toEqual([
      ["What exactly does the customer ask for?", true],
      ["Why, and what is it needed for?", false],
    ]);
    await staffAct(world, number, "clarify", { answers: { why: "They open one in May" } });
    expect(await staffAct(world, number, "close", {})).toMatchObject({ status: "closed" });
  });

  test("are passed over by whoever confirms it, and by a case that closes by itself", async () => {
    const { world, number } = await anAnswered();
    expect(await staffAct(world, number, "close", { confirm: true })).toMatchObject({ status: "closed" });
  });

  test("stand beside the change, for staff alone; nothing else is clarified", async () => {
    const { world, number } = await anAnswered();
    const mails = world.mails.length;
    await staffAct(world, number, "clarify", { answers: { what: "The price of a site" } });
    expect(world.mails).toHaveLength(mails);
    const holding = world.table.all().filter((item) => JSON.stringify(item).includes("price of a site"));
    expect(holding.map(({ type }) => type)).toEqual(["words"]);
    expect(await refused(staffAct(world, number, "clarify", { answers: { who: "?" } }))).toBe("not-offered");
  });
});

describe("somebody who writes to a person", () => {
  const aPersonal = async (changes: Partial<CaseRequest> = {}) => {
    const world = await aPartnerWorld();
    const { number } = await aRegisteredCase(world, anInquiry({ mailbox: "personal", ...changes }));
    return { world, number };
  };

  test("is shown the shared mailbox, in their language; what was promised stays promised", async () => {
    const { world, number } = await aPersonal();
    await staffAct(world, number, "point", { to: "support" });
    const { mail } = world.mails.at(-1) ?? {};
    expect(mail?.labels.kind).toBe("pointer");
    expect(mail?.subject).toMatch(/^So erreichen Sie uns: support@expandit\.com \(Ihre Anfrage/);
    const reply = (await theCase(world, number)).milestones.find(({ action }) => action === "reply");
    expect(reply?.state).toBe("open");
  });

  test("is shown it once for good, also when two do it at once, or for another case", async () => {
    const { world, number } = await aPersonal();
    const both = await Promise.all([
      refused(staffAct(world, number, "point", { to: "support" })),
      refused(staffAct(world, number, "point", { to: "sales" })),
    ]);
    expect(both.toSorted()).toEqual(["already-done", undefined]);
    const other = await aRegisteredCase(world, anInquiry({ mailbox: "personal" }));
    expect(await refused(staffAct(world, other.number, "point", { to: "sales" }))).toBe("already-done");
    expect(kindsOf(world.mails).filter((kind) => kind === "pointer")).toHaveLength(1);
  });

  test("is not when it came to a shared mailbox, nor when a machine wrote it, nor once it is closed", async () => {
    const shared = await aPersonal({ mailbox: "support" });
    expect(await refused(staffAct(shared.world, shared.number, "point", { to: "sales" }))).toBe(
      "not-offered",
    );
    const { world, number } = await aPersonal();
    const it = await theCase(world, number);
    const key = mailOnKey(it, { id: "m1", receivedAt: it.receivedAt });
    await world.table.commit([{ put: { ...key, meant: "automatic" }, if: { exists: false } }]);
    expect(await refused(staffAct(world, number, "point", { to: "support" }))).toBe("not-offered");
    const over = await aPersonal();
    await staffAct(over.world, over.number, "answer", { text: "So." });
    expect(await refused(staffAct(over.world, over.number, "point", { to: "support" }))).toBe("already-done");
  });
});
