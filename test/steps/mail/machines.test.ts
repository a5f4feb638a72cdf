import { describe, expect, test } from "vitest";
import { day, hour } from "#core/time.ts";
import { sweep } from "#steps/sweep.ts";
import { aCaseWorld, kindsOf, policyOf } from "../../builders/case.ts";
import { arrive, quarantined, tasksOf, withMail } from "../../builders/mail.ts";

const mailbox = "complaints@solar.example";
const complete = "De omvormer is kapot.\nModel van de omvormer: SG10RT\nSerienummer: A-17";
const auto = { "auto-submitted": "auto-replied" };

/** Another company's machine: it answers every mail of ours, where that says to. */
const facing = async (headers: Readonly<Record<string, string>>, days: number, text = complete) => {
  const world = withMail(aCaseWorld(), ["solar"]);
  await arrive(world, [mailbox], { text });
  let answered = 0;
  for (let at = 0; at < days * 4; at += 1) {
    world.pass(6 * hour);
    await sweep(world);
    for (const { mail } of world.mails.slice(answered)) {
      answered += 1;
      await arrive(world, [mail.replyTo ?? ""], { text: "We have your mail and will answer soon.", headers });
    }
  }
  return world;
};

describe("two machines facing each other for thirty days", () => {
  test("one that says that it is a machine gets one automatic mail of ours", async () => {
    const world = await facing(auto, 30);
    expect(kindsOf(world.mails)).toEqual(["registered"]);
  });

  test("where something is missing it gets besides what the policy promises a silent customer, and no more", async () => {
    const world = await facing(auto, 30, "Our order 17 did not arrive.");
    expect(kindsOf(world.mails)).toEqual(["registered", "information-request", "information-request"]);
  });

  test("so does one that does not say so, for a reply is never answered by a machine", async () => {
    const world = await facing({}, 30);
    expect(world.mails).toHaveLength(1);
  });

  test("one that writes first, as a machine, gets none", async () => {
    const world = withMail(aCaseWorld(), ["solar"]);
    for (let at = 0; at < 30; at += 1) {
      world.pass(day);
      await arrive(world, [mailbox], { text: "Newsletter", headers: auto });
    }
    expect([...world.mails, ...world.staffMails]).toEqual([]);
    expect(quarantined(world)).toHaveLength(30);
  });
});

describe("mails of one sender to a mailbox", () => {
  const write = (world: ReturnType<typeof withMail<ReturnType<typeof aCaseWorld>>>, times: number) =>
    Array.from({ length: times }).reduce<Promise<unknown>>(
      (before) => before.then(() => arrive(world, [mailbox], { text: "Again!" })),
      Promise.resolve(),
    );

  test("are each a case, and the sixth receipt of a day waits for a person", async () => {
    const world = withMail(aCaseWorld(), ["solar"]);
    await write(world, 7);
    expect(world.table.all().filter(({ type }) => type === "case")).toHaveLength(7);
    expect(kindsOf(world.mails)).toEqual(Array.from({ length: 5 }, () => "registered"));
    expect(tasksOf(world)).toEqual(["mail-held-back", "mail-held-back"]);
  });

  test.each([
    ["a second before a day has passed", day - 1_000, 5],
    ["when a day has passed", day, 6],
  ])("%s there are %d", async (_when, later, receipts) => {
    const world = withMail(aCaseWorld(), ["solar"]);
    await write(world, 5);
    world.pass(later);
    await write(world, 1);
    expect(kindsOf(world.mails).filter((kind) => kind === "registered")).toHaveLength(receipts);
  });

  test("are answered as often as the company's policy says", async () => {
    const mail = { answersPerDay: 1, clause: "§1" };
    const world = withMail(aCaseWorld({ ...policyOf("solar"), mail }), ["solar"]);
    await write(world, 2);
    expect(kindsOf(world.mails)).toEqual(["registered"]);
  });

  test("that come at once are counted as if they came one by one", async () => {
    const world = withMail(aCaseWorld(), ["solar"]);
    await Promise.all(Array.from({ length: 7 }, () => arrive(world, [mailbox], { text: "Again!" })));
    expect(kindsOf(world.mails)).toHaveLength(5);
  });
});
