import { describe, expect, test } from "vitest";
import { caseMail } from "#core/case/mail.ts";
import { mailOnCase } from "#core/mail/on-case.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant, until } from "#core/time.ts";
import { changeCase } from "#steps/case/change.ts";
import { sweep } from "#steps/sweep.ts";
import { aCaseWorld, aRegisteredCase, staffAct, theCase, wakeUp } from "../../builders/case.ts";
import { aCase, aMail } from "../../core/case/a-case.ts";

const installer = { name: "Zon BV", email: "info@zon.example" };
const question = "Which fuse did you fit on 3 May?";

/** Staff ask whoever installed Noor's inverter. */
const anAsked = async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  await staffAct(world, number, "request-information", { text: question, thirdParty: installer });
  const toInstaller = () => world.mails.filter(({ mail }) => mail.to.address === installer.email);
  return { world, number, toInstaller };
};

describe("a third party that is asked", () => {
  test("gets the question by mail, and nothing of whose case it is", async () => {
    const { toInstaller, world, number } = await anAsked();
    const [sent] = toInstaller();
    expect(sent?.mail).toMatchObject({
      to: { name: "Zon BV" },
      labels: { kind: "information-request", language: "nl" },
    });
    expect(sent?.mail.text).toContain(question);
    const whole = JSON.stringify(sent?.mail);
    expect(whole).not.toMatch(/Noor|noor@|SG10RT|No output|\/link|Technisch|11 november/i);
    expect(sent?.mail.replyTo).toContain(`c.solar.${number.toLowerCase()}.t`);
    expect((await theCase(world, number)).status).toBe("open");
  });

  test("has its name and address beside the text, and nowhere else", async () => {
    const { world } = await anAsked();
    const holding = world.table.all().filter((item) => JSON.stringify(item).includes("zon.example"));
    expect(holding.map(({ type }) => type)).toEqual(["words"]);
  });

  test("is asked again as often as the policy says, and no more; in the end the handler hears of its silence", async () => {
    const { world, number, toInstaller } = await anAsked();
    const [request] = (await theCase(world, number)).requests;
    const end = instant(String(request?.silentAt));
    while (world.now() < end) {
      const { seconds } = await wakeUp(world, number);
      world.pass(Math.min(seconds * 1000, until(world.now(), end)));
    }
    expect(toInstaller().map(({ at }) => at)).toEqual([request?.askedAt, ...(request?.remindAt ?? [])]);
    await wakeUp(world, number);
    await wakeUp(world, number);
    expect(toInstaller()).toHaveLength(3);
    const told = world.staffMails.filter(({ mail }) => mail.labels.kind === "staff-case-customer");
    expect(told.map(({ mail }) => mail.subject)).toEqual([
      expect.stringMatching(/^Iemand anders heeft niet geantwoord/),
    ]);
  });

  test("answers by mail: it stands on the case, ends the question, and acts for nobody", async () => {
    const { world, number, toInstaller } = await anAsked();
    const before = await theCase(world, number);
    const said = {
      text: "20 A",
      as: "thirdParty",
      anotherAddress: true,
      meant: "words",
      fields: {},
      mayAnswer: true,
    } as const;
    await changeCase(world, { pack: "solar", number }, (it, rules) =>
      mailOnCase(it, rules, said, world.now()),
    );
    const after = await theCase(world, number);
    expect(after.requests[0]?.ended?.how).toBe("answered");
    expect(after.milestones).toEqual(before.milestones);
    const entry = world.table.all().find(({ action }) => action === "third-party-wrote");
    expect(entry).toMatchObject({ actor: "kept", reason: "by mail" });
    world.setNow("2026-11-30T09:00:00Z");
    await sweep(world);
    expect(toInstaller()).toHaveLength(1);
  });

  test("and another: the answer of one leaves both questions to a person", async () => {
    const { world, number } = await anAsked();
    const other = { name: "Net NV", email: "help@net.example" };
    await staffAct(world, number, "request-information", { text: "Was the grid down?", thirdParty: other });
    const said = {
      text: "20 A",
      as: "thirdParty",
      anotherAddress: true,
      meant: "words",
      fields: {},
      mayAnswer: true,
    } as const;
    await changeCase(world, { pack: "solar", number }, (it, rules) =>
      mailOnCase(it, rules, said, world.now()),
    );
    expect((await theCase(world, number)).requests.map(({ ended }) => ended)).toEqual([undefined, undefined]);
  });

  test("without an address is asked by staff themselves: nothing goes out", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "request-information", { text: question, of: "thirdParty" });
    expect(world.mails).toHaveLength(1);
    expect((await theCase(world, number)).requests[0]).toMatchObject({ of: "thirdParty", remindAt: [] });
  });
});

test.each(languages)(
  "in %s, the mail to a third party is whole, and a reminder says that it is one",
  (language) => {
    const asked = {
      entry: 2,
      of: "thirdParty",
      mailed: true,
      askedAt: instant("2026-11-02T09:00:00Z"),
    } as const;
    const it = {
      ...aCase({ language }),
      requests: [{ ...asked, remindAt: [], reminded: 0, silentAt: instant("2026-11-23T16:00:00Z") }],
    };
    const at = (now: string) => {
      const facts = aMail(
        it,
        { kind: "information-request", entry: 2 },
        { now: instant(now), words: { text: question } },
      );
      return caseMail({ ...facts, reader: { ...facts.reader, name: installer.name } });
    };
    const first = at("2026-11-02T09:00:00Z");
    expect(first.subject).toContain("K7M2P4Q");
    for (const part of [first.text, first.html]) {
      expect(part).toContain("Zon BV");
      expect(part).toContain(question);
      expect(part).not.toMatch(/Jan Smit|jan@customer|link#c|X5|undefined/);
    }
    expect(first.subject + first.text).not.toMatch(/[{}]/);
    expect(at("2026-11-09T09:00:00Z").subject).not.toBe(first.subject);
  },
);
