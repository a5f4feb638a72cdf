import { describe, expect, test } from "vitest";
import { mailTo } from "../local/mail-client.ts";
import { aCompany, executions, kindsTo, milestone, type SeenByStaff } from "./case.ts";
import { aStory, type Story } from "./world.ts";

/** Monday 2 November 2026, 10:00 in Berlin. */
const monday = "2026-11-02T09:00:00Z";
const noor = "noor@customer.example";
const [lena, jonas] = ["lena.brandt@expandit.com", "jonas.keller@expandit.com"];
const staff = { authorization: "Bearer local:lena:staff:expandit" };
const path = "/v1/expandit/staff";

interface Contact {
  readonly code?: string;
  readonly contact: { readonly id: string };
  readonly why: string;
}

const contact = async (story: Story, query = "") =>
  (await story.get<Contact>(`${path}/contacts?question=usage&language=en${query}`, staff)).body;

const away = (story: Story, body: object) =>
  story.post<{ id: string; code?: string }>(
    `${path}/absences`,
    { person: "lena", from: monday, ...body },
    staff,
  );

const aCall = { fields: { description: "Please call back." }, question: "usage", language: "de" };
const customer = { name: "Noor Bakker", email: noor };
type Taken = SeenByStaff & { readonly handler?: string };

describe("a call about how something works", () => {
  test("is the first contact's, passes to the second after four silent hours, and is answered within 24", async () => {
    const story = await aStory(monday);
    const expandit = aCompany(story, "expandit", "answering-service");
    expect((await contact(story)).contact.id).toBe("lena");
    expect((await contact(story, "&at=2040-01-01T09:00:00Z")).code).toBe("invalid-request");
    const nobody = await expandit.enter({ ...aCall, customer, question: "weather" });
    expect([nobody.status, (nobody.body as { code?: string }).code]).toEqual([422, "unknown-question"]);
    const { status, body } = await expandit.enter({ ...aCall, customer });
    expect([status, body.kind]).toEqual([201, "inquiry"]);
    expect(milestone(body as never, "Answer within 24 hours (phone)")?.due).toMatch(/^2026-11-03T09:00/);
    expect(((await expandit.look(body.number)) as Taken).handler).toBe("lena");

    await story.advanceTo("2026-11-02T12:59:00Z");
    expect(kindsTo(await story.mails(), jonas)).toEqual([]);
    await story.advanceTo("2026-11-02T13:01:00Z");
    const passed = (await expandit.look(body.number)) as Taken;
    expect([passed.handler, passed.timeline.at(-1)]).toMatchObject([
      "jonas",
      { actor: "kept", action: "passed-on", reason: "silent" },
    ]);
    expect(kindsTo(await story.mails(), jonas)).toEqual(["staff-case-assigned"]);

    const answered = await aCompany(story, "expandit", "jonas").act(body.number, "answer", { text: "So." });
    expect(milestone(answered.body, "Answer within 24 hours")).toMatchObject({ state: "kept" });
    await story.advance("PT1M");
    const [execution] = await executions(story, "expandit-inquiry");
    expect(execution?.status).toBe("SUCCEEDED");
    for (const personal of ["noor", "lena", "jonas", "Bakker"])
      expect(execution?.written.toLowerCase()).not.toContain(personal.toLowerCase());
  });
});

describe("an absence of two days", () => {
  test("takes somebody who stands in; who writes is told once, staff mail goes there, and it ends by itself", async () => {
    const story = await aStory(monday);
    const expandit = aCompany(story, "expandit", "lena");
    const to = "2026-11-04T09:00:00Z";
    const refused = await away(story, { to });
    expect([refused.status, refused.body.code]).toEqual([422, "absence-unanswered"]);
    const exactly = await away(story, { to: "2026-11-02T17:00:00Z" });
    expect(exactly.status).toBe(201);
    expect((await story.post(`${path}/absences/${exactly.body.id}/end`, {}, staff)).status).toBe(200);

    const question = { kind: "inquiry", fields: { description: "Wie?" }, customer, language: "de" };
    const { body } = await expandit.enter({ ...question, channel: "mail", mailbox: "support" });
    await expandit.act(body.number, "assign", { to: "lena" });
    expect((await away(story, { to, standIn: "jonas" })).status).toBe(201);
    const { contact: now, why } = await contact(story);
    expect([now.id, why]).toEqual(["jonas", expect.stringMatching(/Lena.*away until Wednesday/)]);

    const registered = (await story.mails()).find(({ kind }) => kind === "registered");
    const mail = {
      from: `Noor Bakker <${noor}>`,
      to: /<([^>]+)>/.exec(registered?.headers["reply-to"] ?? "")?.[1] ?? "",
    };
    for (const text of ["Noch eine Frage.", "Und noch eine."]) {
      await mailTo(story.world.smtpPort ?? 0, { ...mail, subject: `AW: ${body.number}`, text });
      await story.advance("PT1S");
    }
    const mails = await story.mails();
    expect(kindsTo(mails, noor)).toEqual(["registered", "out-of-office"]);
    expect(mails.find(({ kind }) => kind === "out-of-office")?.text).toContain(jonas);
    expect(kindsTo(mails, jonas)).toEqual(["staff-case-customer", "staff-case-customer"]);

    await story.advanceTo("2026-11-04T09:10:00Z");
    expect((await contact(story)).contact.id).toBe("lena");
    const { promises } = (await story.get<{ promises: object[] }>(`${path}/promises`, staff)).body;
    expect(promises).toContainEqual(
      expect.objectContaining({ promise: "absence-answered", state: "kept", evidence: "1 answered" }),
    );
    expect(kindsTo(await story.mails(), lena)).not.toContain("out-of-office");
  });
});
