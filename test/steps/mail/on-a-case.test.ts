import { describe, expect, test } from "vitest";
import { day, second } from "#core/time.ts";
import { lookAtCase } from "#steps/case/look.ts";
import { sweep } from "#steps/sweep.ts";
import { aCaseWorld, aRegisteredCase, kindsOf, staffAct, theCase, wakeUp } from "../../builders/case.ts";
import { arrive, keptMails, mailsAbout, tasksOf, withMail } from "../../builders/mail.ts";

const aStory = async () => {
  const world = withMail(aCaseWorld(), ["solar"]);
  const { number } = await aRegisteredCase(world);
  const replyTo = world.mails[0]?.mail.replyTo ?? "";
  const toStaff = world.staffMails[0]?.mail.replyTo ?? "";
  const reply = (text: string, more: Parameters<typeof arrive>[2] = {}) =>
    arrive(world, [replyTo], { text, ...more });
  const changes = () =>
    world.table.all().filter(({ pk, type }) => type === "change" && pk.endsWith(`#${number}`));
  const forget = () => {
    world.mails.length = 0;
    world.staffMails.length = 0;
  };
  forget();
  return { world, number, replyTo, toStaff, reply, changes, forget, it: () => theCase(world, number) };
};

/** Answered on the day, and closed by staff at once. */
const closed = async () => {
  const story = await aStory();
  await staffAct(story.world, story.number, "acknowledge", { text: "We have it" });
  await staffAct(story.world, story.number, "resolve", { text: "A new one is on its way" });
  await staffAct(story.world, story.number, "close", {});
  story.forget();
  return story;
};

describe("a reply to an open case", () => {
  test("ends the waiting for an answer, as the button does", async () => {
    const { world, number, reply, it } = await aStory();
    await staffAct(world, number, "request-information", { text: "Which light is on?" });
    expect((await it()).status).toBe("waiting");
    await reply("The red one.");
    expect(await it()).toMatchObject({ status: "open", requests: [{ ended: { how: "answered" } }] });
  });

  test("of thanks alone is written down, ends no waiting and tells nobody", async () => {
    const { world, number, reply, it, changes, forget } = await aStory();
    await staffAct(world, number, "request-information", { text: "Which light is on?" });
    forget();
    await reply("Bedankt voor de snelle reactie!");
    expect((await it()).status).toBe("waiting");
    expect(changes().at(-1)).toMatchObject({ action: "customer-thanked" });
    expect([...world.mails, ...world.staffMails]).toEqual([]);
  });

  test("of a machine is written down, ends no waiting, is answered by nobody and moves no beat", async () => {
    const { world, number, reply, it, changes, forget } = await aStory();
    await staffAct(world, number, "request-information", { text: "Which light is on?" });
    forget();
    const { beat } = await it();
    await reply("I am away until Monday.", { headers: { "auto-submitted": "auto-replied" } });
    expect(await it()).toMatchObject({ status: "waiting", beat });
    expect(changes().at(-1)).toMatchObject({ action: "automatic-mail" });
    expect(mailsAbout(world, number)).toMatchObject([{ meant: "automatic" }]);
    expect([...world.mails, ...world.staffMails]).toEqual([]);
  });

  test("fills what was missing, and what counts from complete information gets its date", async () => {
    const world = withMail(aCaseWorld(), ["solar"]);
    const { number } = await aRegisteredCase(world, { fields: { description: "No output" } });
    expect(await theCase(world, number)).toMatchObject({ missing: ["model"], status: "waiting" });
    const replyTo = world.mails[0]?.mail.replyTo ?? "";
    await arrive(world, [replyTo], { text: "Model van de omvormer: SG10RT\n\nGroet,\nNoor" });
    const it = await theCase(world, number);
    expect(it).toMatchObject({ missing: [], status: "open", fields: { model: "SG10RT" } });
    expect(it.completeAt).toBe(world.now());
  });

  test("of staff is a note for staff, and goes to no customer", async () => {
    const { world, number, toStaff, changes } = await aStory();
    const from = "service-management@solar.example";
    await arrive(world, [toStaff], { from, text: "I have called her." });
    expect(changes().at(-1)).toMatchObject({ action: "noted", actor: `staff:${from}` });
    expect(mailsAbout(world, number)).toMatchObject([{ as: "host" }]);
    expect(world.mails).toEqual([]);
  });

  test("of staff from an unproven address names nobody", async () => {
    const { world, toStaff, changes } = await aStory();
    await arrive(world, [toStaff], { from: "ceo@solar.example", text: "Pay", verdicts: { dmarc: "FAIL" } });
    expect(changes().at(-1)).toMatchObject({
      actor: "staff:by mail",
      reason: "by mail from another address",
    });
  });
});

describe("a mail after the answer", () => {
  test("that only thanks does not keep the case from closing by itself", async () => {
    const { world, number, reply, it } = await aStory();
    await staffAct(world, number, "resolve", { text: "Done" });
    const { closeAt } = await it();
    await reply("Hartelijk dank!");
    expect((await it()).closeAt).toBe(closeAt);
    await reply("It is broken again.");
    expect((await it()).closeAt).toBeUndefined();
  });
});

describe("a mail after closing", () => {
  test("that only thanks is written down: the case stays closed", async () => {
    const { world, number, reply, it, changes } = await closed();
    await reply("Vielen Dank für die schnelle Hilfe!");
    expect((await it()).status).toBe("closed");
    expect(changes().at(-1)).toMatchObject({ action: "customer-thanked" });
    expect(mailsAbout(world, number)).toHaveLength(1);
  });

  test("that says more opens it again, once, and staff hear of it", async () => {
    const { world, number, reply, it } = await closed();
    await reply("It is broken again.", { id: "again" });
    await reply("It is broken again.", { id: "again" });
    expect(await it()).toMatchObject({ status: "open", run: 2 });
    expect(kindsOf(world.mails)).toEqual(["reopened"]);
    expect(kindsOf(world.staffMails)).toEqual(["staff-case-customer"]);
    await wakeUp(world, number);
  });

  test.each([
    ["a second before the window ends", -second, "reply"],
    ["at its last moment", 0, "reply"],
    ["a second after it", second, "case"],
  ])("%s", async (_when, more, settled) => {
    const { world, number, reply } = await closed();
    // Closed on 2 November: 60 days later is New Year's Day, and the Monday after it has hours until five.
    world.setNow("2027-01-04T16:00:00.000Z");
    world.pass(more);
    const outcome = await reply("It is broken again.");
    expect(outcome.settled).toBe(settled);
    expect((await theCase(world, number)).status).toBe(settled === "reply" ? "open" : "closed");
    if (outcome.settled === "case") {
      expect(keptMails(world)[0]).toMatchObject({ maybeAbout: { code: number } });
      const fresh = await theCase(world, outcome.number);
      expect(fresh).toMatchObject({ kind: "complaint", topic: "product", channel: "mail" });
      expect(fresh.customer.email).toBe("noor@customer.example");
    }
  });

  test("from another address, too late, is a new case of the customer's: the answer goes to theirs", async () => {
    const { world, reply } = await closed();
    world.pass(400 * day);
    const outcome = await reply("It is broken again.", { from: "sister@customer.example" });
    expect(outcome.settled).toBe("case");
    expect(world.mails.map(({ mail }) => mail.to.address)).toEqual(["noor@customer.example"]);
  });
});

test("the case shows every mail, in and out, who and when", async () => {
  const { world, number, reply } = await aStory();
  world.pass(60_000);
  const attachments = [{ name: "foto.jpg", type: "image/jpeg", size: 2_000_000, digest: "ab".repeat(32) }];
  await reply("See the photo.", { subject: "Re: uw klacht", attachments });
  const view = await lookAtCase(world, { pack: "solar", number }, "en");
  expect(view?.mails).toMatchObject([
    { direction: "out", kind: "registered", who: "noor@customer.example", state: "sent" },
    { direction: "out", kind: "staff-case-assigned", who: "technical-team@solar.example" },
    { direction: "in", who: "noor@customer.example", as: "customer", proven: true, files: attachments },
    { direction: "out", kind: "staff-case-customer" },
  ]);
});

test("what a run left undone after its change is not done twice", async () => {
  const { world, number, reply, changes } = await aStory();
  const { commit } = world.table;
  let writes = 0;
  Object.assign(world.table, {
    commit: async (...given: Parameters<typeof commit>) => {
      const done = await commit(...given);
      if ((writes += 1) === 2) throw new Error("the process died");
      return done;
    },
  });
  await expect(reply("The red one.", { id: "one" })).rejects.toThrow("died");
  expect(await reply("The red one.", { id: "one" })).toMatchObject({ settled: "reply" });
  await sweep(world);
  expect(changes()).toHaveLength(2);
  expect(mailsAbout(world, number)).toHaveLength(1);
  expect(kindsOf(world.staffMails)).toEqual(["staff-case-customer"]);
  expect(tasksOf(world)).toEqual([]);
});
