import { describe, expect, test } from "vitest";
import { aBrought, aCompany, executions, kindsTo, milestone } from "./case.ts";
import { aStory } from "./world.ts";

/** Tuesday, 09:00 in Amsterdam and Berlin. */
const start = "2026-12-01T08:00:00Z";
const noor = "noor@customer.example";

describe("a complaint to B&C", () => {
  const complaint = aBrought({ topic: undefined, fields: { description: "Niemand belt mij terug" } });

  test("is owed by the plan's own date; it slips once, with a reason, and is late against the second", async () => {
    const story = await aStory(start);
    const bnc = aCompany(story, "bnc");
    const { number, milestones } = await bnc.bring(complaint);
    expect(milestones.filter(({ due }) => due === undefined).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Progress update/),
      "Resolve by the plan's date",
    ]);
    await bnc.act(number, "acknowledge", { text: "Wij hebben uw klacht" });

    await story.advanceTo("2026-12-04T09:00:00Z");
    const { body } = await bnc.act(number, "plan", { text: "Een vaste contactpersoon", by: "2026-12-18" });
    expect(milestone(body, "Plan")).toMatchObject({ state: "kept", due: "2026-12-08T16:00:00.000Z" });
    expect(milestone(body, "Resolve")).toMatchObject({ state: "open", due: "2026-12-18T16:00:00.000Z" });

    await story.advanceTo("2026-12-10T09:00:00Z");
    await bnc.act(number, "update", { text: "Er is iemand gevonden" });
    await story.advanceTo("2026-12-17T09:00:00Z");
    const later = await bnc.act(number, "extend", { reason: "Zij begint later", newDate: "2026-12-23" });
    expect(milestone(later.body, "Resolve")).toMatchObject({ due: "2026-12-23T16:00:00.000Z" });

    await story.advanceTo("2026-12-24T09:00:00Z");
    expect(milestone(await bnc.look(number), "Resolve")).toMatchObject({ state: "broken" });
    const tooLate = await bnc.act(number, "extend", { reason: "Nog later", newDate: "2026-12-30" });
    expect([tooLate.status, tooLate.body.code]).toEqual([409, "too-late-to-extend"]);
    const done = await bnc.act(number, "resolve", { text: "U hebt een vaste contactpersoon" });
    expect(milestone(done.body, "Resolve")).toMatchObject({ state: "late" });
  });

  test("that reads as a disturbance is an incident, says why, and can be corrected", async () => {
    const story = await aStory(start);
    const bnc = aCompany(story, "bnc");
    const fields = { description: "Storing: het portaal is onbereikbaar" };
    const { number, kind } = await bnc.bring(aBrought({ kind: undefined, topic: undefined, fields }));
    expect(kind).toBe("incident");
    expect((await bnc.look(number)).kindReason).toMatch(/storing|uitval|uitgevallen/i);

    const { body } = await bnc.act(number, "classify", { kind: "complaint" });
    expect([body.kind, body.team]).toEqual(["complaint", "account-management"]);
    await story.advance("PT1M");
    expect((await executions(story, "bnc-incident")).map(({ status }) => status)).toEqual(["ABORTED"]);
    expect((await executions(story, "bnc-complaint")).map(({ status }) => status)).toEqual(["RUNNING"]);
  });
});

describe("a claim about a defect to ExpandIT", () => {
  test("is the board's; its fourteen days begin when the information is complete", async () => {
    const story = await aStory(start);
    const expandit = aCompany(story, "expandit");
    const fields = { description: "Die Summen stimmen nicht" };
    const { number, milestones } = await expandit.bring(
      aBrought({ topic: "defect", fields, language: "de" }),
    );
    expect(milestones).toEqual([
      { name: "Acknowledge within 2 working days", due: "2026-12-03T16:00:00.000Z" },
      { name: "Answer within 14 days after the information is complete" },
    ]);
    const seen = await expandit.look(number);
    expect([seen.team, seen.status, seen.missing]).toEqual(["board", "waiting", ["version"]]);

    await expandit.act(number, "acknowledge", { text: "Wir sehen uns das an" });
    await story.advanceTo("2026-12-09T09:00:00Z");
    const { body } = await expandit.act(number, "information-complete", { text: "Version 4.2" });
    expect(milestone(body, "Answer")).toMatchObject({ state: "open", due: "2026-12-23T16:00:00.000Z" });

    await story.advanceTo("2026-12-21T09:00:00Z");
    const done = await expandit.act(number, "answer", { text: "Der Fehler ist behoben" });
    expect(milestone(done.body, "Answer")).toMatchObject({ state: "kept" });
  });
});

describe("what a customer does by the link", () => {
  test("asks for somebody else: never the one who had it first, and both sides hear of it", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { number, link } = await solar.bring(aBrought());
    await solar.act(number, "assign", { to: "sanne" });
    const { status } = await solar.press(link, "escalate", { text: "Ik wil iemand anders" });
    expect(status).toBe(200);

    const seen = await solar.look(number);
    expect([seen.team, seen.timeline.at(-1)]).toMatchObject([
      "customer-service",
      { actor: "customer", action: "escalated" },
    ]);
    expect((await solar.act(number, "assign", { to: "sanne" })).body.code).toBe("not-offered");
    expect(kindsTo(await story.mails(), noor)).toContain("escalated");
    expect(kindsTo(await story.mails(), "customer-service@solar.example")).toContain("staff-case-escalated");
  });

  test("is refused on a version that no page showed, and a forged link opens nothing", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { link } = await solar.bring(aBrought());
    const old = await solar.press(link, "answer", { version: 9, text: "Nog iets" });
    expect([old.status, old.body.code]).toEqual([409, "changed-meanwhile"]);
    expect((await solar.press("forged", "answer", { text: "Nog iets" })).body.code).toBe("link-invalid");
  });
});

describe("what staff register", () => {
  const told = aBrought({ channel: "phone", receivedAt: "2026-11-16T10:00:00Z" });

  test("counts from when it was received, and a date that has passed shows at once", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { status, body } = await solar.enter(told);
    expect(status).toBe(201);
    const seen = await solar.look(body.number);
    expect(milestone(seen, "Acknowledge")).toMatchObject({
      due: "2026-11-25T16:00:00.000Z",
      state: "broken",
    });
    expect(await solar.list()).toMatchObject([{ number: body.number }]);
  });

  test("is not for another company's staff, nor from the future", async () => {
    const story = await aStory(start);
    const { number } = await aCompany(story, "solar").bring(aBrought());
    const foreign = { authorization: "Bearer local:eva:staff:bnc" };
    const path = `/v1/solar/staff/cases/${number}/note`;
    const note = await story.post<{ code: string }>(path, { text: "?" }, foreign);
    expect([note.status, note.body.code]).toEqual([403, "forbidden"]);
    const future = { ...told, receivedAt: "2026-12-02T10:00:00Z" };
    expect((await aCompany(story, "solar").enter(future)).status).toBe(422);
  });

  test("the same act sent twice with its key acts once", async () => {
    const story = await aStory(start);
    const { number } = await aCompany(story, "solar").bring(aBrought());
    const headers = { authorization: "Bearer local:sanne:staff:solar", "idempotency-key": "once" };
    const path = `/v1/solar/staff/cases/${number}/acknowledge`;
    for (const _time of [1, 2])
      expect((await story.post(path, { text: "We zoeken het uit" }, headers)).status).toBe(200);
    expect(kindsTo(await story.mails(), noor)).toEqual(["registered", "acknowledged"]);
  });
});
