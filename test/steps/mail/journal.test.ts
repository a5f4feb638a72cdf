import { describe, expect, test } from "vitest";
import { minute } from "#core/time.ts";
import { aCaseWorld, aRegisteredCase, kindsOf, policyOf, staffAct, theCase } from "../../builders/case.ts";
import {
  arrive,
  mailsAbout,
  quarantined,
  type Told,
  tasksOf,
  unproven,
  withMail,
} from "../../builders/mail.ts";

/** Friday 6 November 2026, 16:30 in Berlin. */
const friday = "2026-11-06T15:30:00.000Z";
const noor = "noor@customer.example";
const support = "support@expandit.com";
const theirs = "question-1@customer.example";

const journal = (copyOf: "answer" | "first" = "answer", mailbox = "support"): string =>
  `journal+expandit.${mailbox}.${copyOf === "answer" ? "a" : "f"}@kept.example`;

const aWorld = (now = friday) => withMail(aCaseWorld(policyOf("expandit"), now), ["expandit"]);
type World = ReturnType<typeof aWorld>;

const customer = { name: "Noor Bakker", email: noor };

/** Gives its cases a number as people read it out. */
const numbered = (world: World): World => ({ ...world, newCode: () => "K7M2P4Q" });

/** Noor asks something by mail; the case that it became. */
const asked = async (world: World, told: Told = {}, at = support): Promise<string> => {
  const question = { subject: "Lizenz", text: "Wie ziehe ich um?", messageId: theirs, ...told };
  const outcome = await arrive(world, [at], question);
  if (outcome.settled !== "case") throw new Error(`it became ${outcome.settled}`);
  return outcome.number;
};

/** Jana answers from her own mail program, with a copy to the journal. */
const copied = (world: World, told: Told = {}, at = journal()) =>
  arrive(world, [at], {
    from: "jana@expandit.com",
    name: "Jana Roth",
    to: [{ name: "Noor Bakker", address: noor }],
    references: [theirs],
    subject: "AW: Lizenz",
    text: "So geht es",
    ...told,
  });

const statesOf = async (world: World, number: string) =>
  Object.fromEntries((await theCase(world, number)).milestones.map(({ id, state }) => [id, state]));

const lastEntry = (world: World, number: string) =>
  world.table.all().findLast(({ type, pk }) => type === "change" && pk.endsWith(`#${number}`));

describe("a copy of what staff wrote from their own mail program", () => {
  test("keeps both answers at its own time, ends the inquiry, and nothing goes to the customer again", async () => {
    const world = aWorld();
    const number = await asked(world);
    world.pass(20 * minute);
    expect(await copied(world)).toMatchObject({ settled: "reply", code: number });
    expect(await statesOf(world, number)).toEqual({ reply: "kept", "default-answer": "kept" });
    expect(await theCase(world, number)).toMatchObject({
      status: "resolved",
      answeredAt: "2026-11-06T15:50:00.000Z",
    });
    expect(kindsOf(world.mails)).toEqual(["registered"]);
  });

  test("lies on the audit trail with who and when, its text in words that can be erased", async () => {
    const world = aWorld();
    const number = await asked(world);
    await copied(world);
    expect(lastEntry(world, number)).toMatchObject({
      actor: "staff:jana@expandit.com",
      action: "answered",
      reason: "by mail",
      at: friday,
    });
    const words = world.table.all().filter(({ type, pk }) => type === "words" && pk.endsWith(`#${number}`));
    expect(words.at(-1)).toMatchObject({ words: { text: "So geht es" } });
    expect(mailsAbout(world, number).map(({ as }) => as)).toEqual(["customer", "host"]);
  });

  test("sent to the address for first answers keeps the first one, and the full one stays owed", async () => {
    const world = aWorld();
    const number = await asked(world);
    await copied(world, {}, journal("first"));
    expect(await statesOf(world, number)).toEqual({ reply: "kept", "default-answer": "open" });
    expect((await theCase(world, number)).status).toBe("open");
  });

  test("counts once, however often it is brought", async () => {
    const world = aWorld();
    const number = await asked(world);
    await copied(world, { id: "copy" }, journal("first"));
    const { rev } = await theCase(world, number);
    await copied(world, { id: "copy" }, journal("first"));
    expect((await theCase(world, number)).rev).toBe(rev);
  });

  test.each([
    ["one second before", "2026-11-09T09:29:59.000Z", "kept"],
    ["exactly at", "2026-11-09T09:30:00.000Z", "kept"],
    ["one second after", "2026-11-09T09:30:01.000Z", "late"],
  ])("%s the two working hours end is judged by its own moment", async (_when, at, state) => {
    const world = aWorld();
    const number = await asked(world);
    world.setNow(at);
    await copied(world, {}, journal("first"));
    expect(await statesOf(world, number)).toMatchObject({ reply: state });
  });

  test("is found by the number in its subject, where it answers nothing", async () => {
    const world = aWorld();
    const { number } = await aRegisteredCase(numbered(world), { kind: "inquiry", topic: "sales", customer });
    expect(await copied(world, { references: [], subject: `Angebot ${number}` })).toMatchObject({
      code: number,
    });
  });

  test("to a case that was answered is kept as a note", async () => {
    const world = aWorld();
    const number = await asked(world);
    await staffAct(world, number, "answer", { text: "So geht es" });
    await copied(world, { text: "Noch ein Hinweis" });
    expect(lastEntry(world, number)).toMatchObject({ action: "copy-kept" });
    expect((await theCase(world, number)).status).toBe("resolved");
  });

  test("acknowledges a complaint, answers it, and leaves it open, as the same acts do", async () => {
    const world = aWorld();
    const fields = { description: "Niemand ruft zurück" };
    const told = { kind: "complaint", topic: "service", fields, customer } as const;
    const { number } = await aRegisteredCase(numbered(world), told);
    await copied(world, { subject: number }, journal("first"));
    expect(await statesOf(world, number)).toEqual({ acknowledge: "kept", answer: "open" });
    await copied(world, { subject: number });
    expect(await statesOf(world, number)).toEqual({ acknowledge: "kept", answer: "kept" });
    expect((await theCase(world, number)).status).toBe("open");
  });
});

describe("a copy that keeps nothing, and waits for a person", () => {
  test("one that does not prove that it is from the company", async () => {
    const world = aWorld();
    const number = await asked(world);
    expect(await copied(world, { verdicts: unproven })).toMatchObject({ reason: "copy-unproven" });
    expect(await statesOf(world, number)).toMatchObject({ reply: "open" });
    expect(quarantined(world)).toEqual(["copy-unproven"]);
    expect(tasksOf(world)).toEqual(["copy-not-taken"]);
  });

  test("one that answers no mail of a case", async () => {
    const world = aWorld();
    await asked(world);
    const outcome = await copied(world, { references: ["other@elsewhere.example"] });
    expect(outcome).toMatchObject({ settled: "quarantine", reason: "copy-unmatched" });
    expect(tasksOf(world)).toEqual(["copy-not-taken"]);
  });

  test("one that did not go to the customer", async () => {
    const world = aWorld();
    const number = await asked(world);
    const outcome = await copied(world, { to: [{ name: "", address: "boss@expandit.com" }] });
    expect(outcome).toMatchObject({ reason: "copy-unmatched" });
    expect(await statesOf(world, number)).toMatchObject({ reply: "open" });
  });

  test("an out-of-office of staff, which is no answer", async () => {
    const world = aWorld();
    const number = await asked(world);
    const outcome = await copied(world, { headers: { "auto-submitted": "auto-replied" } });
    expect(outcome).toMatchObject({ settled: "quarantine", reason: "automatic" });
    expect(await statesOf(world, number)).toMatchObject({ reply: "open" });
  });

  test("a stranger who learned the address answers for nobody", async () => {
    const world = aWorld();
    const number = await asked(world);
    const outcome = await copied(world, { from: "eve@elsewhere.example" });
    expect(outcome).toMatchObject({ settled: "quarantine", reason: "no-mailbox" });
    expect(await statesOf(world, number)).toMatchObject({ reply: "open" });
  });
});

describe("mail to one of the staff", () => {
  test("that is handed on to the journal is an inquiry with 24 hours, and the copy of its answer keeps it", async () => {
    const world = aWorld();
    const number = await asked(world, {}, journal("first", "personal"));
    expect(await theCase(world, number)).toMatchObject({ kind: "inquiry", mailbox: "personal" });
    expect(await statesOf(world, number)).toEqual({ "personal-reply": "open", "personal-answer": "open" });
    world.setNow("2026-11-07T15:30:00.000Z");
    await copied(world, {}, journal("answer", "personal"));
    expect(await statesOf(world, number)).toEqual({ "personal-reply": "kept", "personal-answer": "kept" });
  });
});
