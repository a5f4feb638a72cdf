import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { mailTo } from "../local/mail-client.ts";
import { aCompany, executions, kindsTo, milestone } from "./case.ts";
import { aStory, type Story } from "./world.ts";

/** Friday 6 November 2026, 16:30 in Berlin: half an hour before ExpandIT closes. */
const friday = "2026-11-06T15:30:00Z";
const noor = "noor@customer.example";
const support = "support@expandit.com";
const staff = (pack: string) => ({ authorization: `Bearer local:jana:staff:${pack}` });

interface Mailboxes {
  readonly mailboxes: readonly {
    readonly mailbox: string;
    readonly journal: { readonly answer: string; readonly first: string };
  }[];
}

const journalOf = async (story: Story, mailbox: string) => {
  const { body } = await story.get<Mailboxes>("/v1/expandit/staff/mailboxes", staff("expandit"));
  const found = body.mailboxes.find((each) => each.mailbox === mailbox);
  if (found === undefined) throw new Error(`there is no mailbox ${mailbox}`);
  return found.journal;
};

const account = async (story: Story, pack: string, body: object) => {
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID(), ...staff(pack) };
  const path = `${story.world.url}/v1/${pack}/staff/accounts/vega`;
  const { status } = await fetch(path, { method: "PUT", body: JSON.stringify(body), headers });
  expect(status).toBe(200);
};

const anInquiry = (changes: object = {}): object => ({
  kind: "inquiry",
  fields: { description: "Wie ziehe ich um?" },
  customer: { name: "Noor Bakker", email: noor },
  language: "de",
  channel: "mail",
  receivedAt: friday,
  ...changes,
});

/** As a Bcc goes: the customer's own server has the mail already. */
const handedTo = (journal: string) => ({ from: "jana@expandit.com", to: [journal] });

const send = (story: Story, mail: Parameters<typeof mailTo>[1]) => mailTo(story.world.smtpPort ?? 0, mail);

describe("a question by mail to ExpandIT's support, on a Friday at 16:30", () => {
  test("is answered on Monday from a mail program, first and in full; it closes, and Noor is asked how it was", async () => {
    const story = await aStory(friday);
    const expandit = aCompany(story, "expandit", "jana");
    const journal = await journalOf(story, "support");
    const question = { from: `Noor Bakker <${noor}>`, to: support, messageId: "<q1@customer.example>" };
    await send(story, { ...question, subject: "Lizenz", text: "Wie ziehe ich mit der Lizenz um?" });
    await story.advance("PT1S");
    const number = (await expandit.list())[0]?.number ?? "";
    const seen = await expandit.look(number);
    expect([seen.kind, seen.team]).toEqual(["inquiry", "support"]);
    expect(milestone(seen, "First answer")).toMatchObject({
      name: "First answer within 2 working hours (support, sales)",
      due: expect.stringMatching(/^2026-11-09T09:30:0/),
      state: "open",
    });
    const [running] = await executions(story, "expandit-inquiry");
    expect(running?.states.at(-1)).toBe("First answer within 2 working hours (support, sales)");

    const answer = {
      from: "Jana Roth <jana@expandit.com>",
      to: noor,
      inReplyTo: "<q1@customer.example>",
      subject: "AW: Lizenz",
    };
    await story.advanceTo("2026-11-09T09:29:00Z");
    await send(story, { ...answer, text: "Ich sehe nach.", envelope: handedTo(journal.first) });
    await story.advance("PT1S");
    expect(milestone(await expandit.look(number), "First answer")).toMatchObject({ state: "kept" });
    const [waiting] = await executions(story, "expandit-inquiry");
    expect(waiting?.states.at(-1)).toBe("Answer within 5 working days (support, no licence)");

    await story.advanceTo("2026-11-11T09:00:00Z");
    await send(story, { ...answer, text: "So geht es.", envelope: handedTo(journal.answer) });
    await story.advance("PT1S");
    const answered = await expandit.look(number);
    expect(answered.status).toBe("resolved");
    expect(milestone(answered, "Answer")).toMatchObject({ state: "kept" });
    expect(answered.timeline.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
      expect.arrayContaining(["staff:jana@expandit.com acknowledged", "staff:jana@expandit.com answered"]),
    );
    const [over] = await executions(story, "expandit-inquiry");
    expect([over?.status, over?.states.at(-1)]).toEqual(["SUCCEEDED", "Nothing is owed any more"]);

    await story.advanceTo("2026-12-01T09:00:00Z");
    expect(kindsTo(await story.mails(), noor)).toEqual(["registered", "closed", "satisfaction"]);
    expect((await story.mails()).at(-1)?.at).toMatch(/^2026-11-27T1/);
  });
});

describe("what is owed depends on where it came in, and on the licence", () => {
  test("sales within two days, premium within eight working hours; a missed one is told, each once", async () => {
    const story = await aStory(friday);
    const expandit = aCompany(story, "expandit", "jana");
    const assurances = [{ customer: "Acme", until: "2026-12-31" }];
    await account(story, "expandit", { licence: "premium", users: 5, assurances, rev: 0 });
    const customer = { name: "Noor Bakker", email: noor, account: "vega" };
    const premium = await expandit.enter(anInquiry({ customer, mailbox: "support" }));
    const sales = await expandit.enter(anInquiry({ mailbox: "sales" }));
    expect(premium.body.milestones.at(-1)).toEqual({
      name: "Answer within 8 working hours (support, premium)",
      due: "2026-11-09T15:30:00.000Z",
    });
    expect(sales.body.milestones.at(-1)).toEqual({
      name: "Answer within 2 days (sales)",
      due: "2026-11-09T16:00:00.000Z",
    });
    await story.advanceTo("2026-11-09T12:01:00Z");
    const mails = await story.mails();
    for (const team of [support, "sales@expandit.com"])
      expect(kindsTo(mails, team).filter((kind) => kind === "staff-case-missed")).toHaveLength(1);
    expect(kindsTo(mails, "service-management@expandit.example")).toEqual(
      Array.from({ length: 2 }, () => "staff-case-missed"),
    );
    expect(kindsTo(mails, "sales@expandit.com")).toContain("staff-case-warning");
  });

  test("TaxDome's inbox has under 24 hours around the clock: kept a second before, late at that moment", async () => {
    const story = await aStory(friday);
    const taxdome = aCompany(story, "taxdome", "anna");
    const { body: first } = await taxdome.enter(anInquiry());
    const { body: second } = await taxdome.enter(anInquiry());
    expect(first.milestones[0]).toEqual({
      name: "First answer in under 24 hours (inbox)",
      due: "2026-11-07T15:30:00.000Z",
    });
    await story.advanceTo("2026-11-07T15:29:59Z");
    const kept = await taxdome.act(first.number, "update", { text: "Wir sehen nach" });
    expect(milestone(kept.body, "First answer")).toMatchObject({ state: "kept" });
    await story.advanceTo("2026-11-07T15:30:00Z");
    const late = await taxdome.act(second.number, "update", { text: "Wir sehen nach" });
    expect(milestone(late.body, "First answer")).toMatchObject({ state: "late" });
  });
});
