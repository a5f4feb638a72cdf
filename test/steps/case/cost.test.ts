import { describe, expect, test } from "vitest";
import type { CalendarDate } from "#core/calendar.ts";
import type { CustomerAct } from "#core/case/action.ts";
import { caseView } from "#core/case/view.ts";
import { isRefusal } from "#core/errors.ts";
import { type Instant, instant, plus, second, until } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import { readCosts } from "#steps/case/costs.ts";
import { rulesOf } from "#steps/case/rules.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  kindsOf,
  policyOf,
  staffAct,
  theCase,
  wakeUp,
} from "../../builders/case.ts";

const why = "The interface to your bookkeeping is not part of the licence.";
const charge = { text: why, amount: "250.00", currency: "EUR" };

/** Jonas of Nord AG has a problem with an interface of his own; Wednesday 4 November 2026, 11:00 in Berlin. */
const aProblem = async () => {
  const world = aCaseWorld(policyOf("expandit"), "2026-11-04T10:00:00.000Z");
  const { number } = await aRegisteredCase(world, {
    kind: "inquiry",
    topic: "support",
    fields: { description: "Our invoices do not arrive" },
    customer: { name: "Jonas Weber", email: "jonas@nord.example" },
    language: "de",
  });
  return { world, number };
};

const aCharged = async () => {
  const told = await aProblem();
  await staffAct(told.world, told.number, "cost-notice", charge);
  const [request] = (await theCase(told.world, told.number)).requests;
  if (request === undefined) throw new Error("nothing waits");
  return { ...told, notice: request.entry, request };
};

const press = (world: CaseWorld, number: string, act: "accept" | "decline", notice: number, name?: string) =>
  answerCase(world, { pack: "expandit", number }, act, { notice, name });

const refusal = async (acted: Promise<object>): Promise<string | undefined> => {
  const after = await acted;
  return isRefusal(after) ? after.refused : undefined;
};

const page = async (world: CaseWorld, number: string) => {
  const it = await theCase(world, number);
  return caseView(await rulesOf(world, it), it, {
    now: world.now(),
    questions: [],
    files: [],
    replyTo: "reply@kept.example",
    costs: await readCosts(world, it),
  });
};

const liveUntil = async (world: CaseWorld, number: string, end: Instant): Promise<void> => {
  while (world.now() < end) {
    const { seconds } = await wakeUp(world, number);
    world.pass(Math.min(seconds * 1000, until(world.now(), end)));
  }
};

describe("work that costs extra", () => {
  test("is told with its price and why, and the page offers to agree or to refuse", async () => {
    const { world, number, notice } = await aCharged();
    const { mail } = world.mails.at(-1) ?? {};
    expect(mail?.labels.kind).toBe("cost-notice");
    expect(mail?.text).toContain(why);
    expect(mail?.text).toMatch(/250,00\s€/);
    expect(mail?.text).toMatch(/do=accept#.*\n[^]*do=decline#/);
    const shown = await page(world, number);
    expect(shown.status).toBe("waiting");
    expect(shown.actions).toEqual(["answer", "accept", "decline"]);
    expect(shown.costs).toEqual([{ notice, toldAt: "2026-11-04T10:00:00.000Z", ...charge, state: "open" }]);
  });

  test("waits: the case is not answered before there is a word", async () => {
    const { world, number, notice } = await aCharged();
    expect(await refusal(staffAct(world, number, "answer", { text: "Done." }))).toBe("cost-unanswered");
    expect(await refusal(staffAct(world, number, "resolve", { text: "Done." }))).toBe("cost-unanswered");
    await press(world, number, "accept", notice);
    expect(await refusal(staffAct(world, number, "answer", { text: "Done." }))).toBeUndefined();
  });

  test("agreed to on the page names who and when, and tells the handler; pressed twice it is one answer", async () => {
    const { world, number, notice } = await aCharged();
    world.pass(90_000);
    await Promise.all([
      press(world, number, "accept", notice, "Petra Weber"),
      press(world, number, "accept", notice, "Petra Weber"),
    ]);
    await press(world, number, "accept", notice);
    const shown = await page(world, number);
    expect(shown.costs).toMatchObject([
      { state: "accepted", answeredAt: "2026-11-04T10:01:30.000Z", by: "Petra Weber" },
    ]);
    expect(shown).toMatchObject({ status: "open", actions: ["answer"] });
    const heard = world.staffMails.filter(({ mail }) => mail.labels.kind === "staff-case-customer");
    expect(heard.map(({ mail }) => mail.subject)).toEqual([expect.stringMatching(/^Kosten angenommen/)]);
    expect(heard[0]?.mail.text).not.toContain("Petra");
    expect(await refusal(press(world, number, "decline", notice))).toBe("already-done");
  });

  test("answered by telephone is recorded in the name of whoever took the call, with who said so", async () => {
    const { world, number } = await aCharged();
    await staffAct(world, number, "cost-answer", { answer: "declined", by: "Jonas Weber" });
    const shown = await page(world, number);
    expect(shown.costs).toMatchObject([{ state: "declined", by: "Jonas Weber" }]);
    const entries = await world.table.list(`expandit#case#${number}`, "change#", "change#~");
    expect(entries.at(-1)).toMatchObject({ actor: "staff:sanne", action: "cost-declined" });
    expect(JSON.stringify(entries)).not.toContain("Jonas");
    const again = staffAct(world, number, "cost-answer", { answer: "accepted", by: "Jonas Weber" });
    expect(await refusal(again)).toBe("not-offered");
  });

  test("of two notices an answer names its own; the other goes on waiting", async () => {
    const { world, number, notice } = await aCharged();
    await staffAct(world, number, "cost-notice", { ...charge, amount: "900.00" });
    const unnamed = staffAct(world, number, "cost-answer", { answer: "accepted", by: "Jonas" });
    expect(await refusal(unnamed)).toBe("not-offered");
    await press(world, number, "accept", notice);
    const { costs, status } = await page(world, number);
    expect(costs.map(({ amount, state }) => [amount, state])).toEqual([
      ["250.00", "accepted"],
      ["900.00", "open"],
    ]);
    expect(status).toBe("waiting");
    expect(await refusal(press(world, number, "accept", 99))).toBe("not-offered");
  });

  test("that nobody answers is asked for as often as the policy says, then the handler hears, and it is no consent", async () => {
    const { world, number, request, notice } = await aCharged();
    await staffAct(world, number, "extend", { reason: "It waits for you.", newDate: day("2026-12-18") });
    const silentAt = instant(String(request.silentAt));
    await liveUntil(world, number, plus(silentAt, -second));
    const notices = world.mails.filter(({ mail }) => mail.labels.kind === "cost-notice");
    expect(notices.map(({ at }) => at)).toEqual([request.askedAt, ...request.remindAt]);
    expect(notices.at(-1)?.mail.subject).toMatch(/^Ihre Antwort zu den Kosten steht noch aus/);
    expect((await page(world, number)).costs[0]?.state).toBe("open");
    world.pass(second);
    await wakeUp(world, number);
    await wakeUp(world, number);
    expect((await page(world, number)).costs[0]?.state).toBe("silent");
    const silent = world.staffMails.filter(({ mail }) => mail.subject.startsWith("Keine Antwort zu Kosten"));
    expect(silent).toHaveLength(1);
    expect(await refusal(staffAct(world, number, "answer", { text: "Done." }))).toBe("cost-unanswered");
    await press(world, number, "accept", notice);
    expect((await page(world, number)).costs[0]?.state).toBe("accepted");
  });

  test("that is answered is not asked for again", async () => {
    const { world, number, request, notice } = await aCharged();
    await press(world, number, "decline", notice);
    await liveUntil(world, number, plus(instant(String(request.remindAt[0])), second));
    expect(kindsOf(world.mails).filter((kind) => kind === "cost-notice")).toHaveLength(1);
  });

  test("is withdrawn, and then the case ends; after that nothing is taken any more", async () => {
    const { world, number, notice } = await aCharged();
    await staffAct(world, number, "cost-answer", { answer: "withdrawn", by: "Sanne" });
    await staffAct(world, number, "answer", { text: "It works without." });
    expect(await refusal(press(world, number, "accept", notice))).toBe("already-done");
    expect(await refusal(staffAct(world, number, "cost-notice", charge))).toBe("not-open");
    await staffAct(world, number, "close", { confirm: true });
    expect(await refusal(press(world, number, "accept", notice))).toBe("closed");
    expect(await refusal(staffAct(world, number, "cost-notice", charge))).toBe("closed");
  });

  test("that waits when the case is declined ends with it", async () => {
    const { world, number, notice } = await aCharged();
    await staffAct(world, number, "decline", { findings: "None", reasons: "Not ours", next: "The board" });
    expect((await page(world, number)).costs[0]?.state).toBe("over");
    expect(await refusal(press(world, number, "accept", notice))).toBe("already-done");
  });

  test("is no information: to say that all of it is there leaves the question of costs open", async () => {
    const { world, number } = await aCharged();
    expect(await refusal(staffAct(world, number, "information-complete", {}))).toBe("already-done");
    await answerCase(world, { pack: "expandit", number }, "answer" satisfies CustomerAct, {
      text: "And when?",
    });
    expect((await page(world, number)).costs[0]?.state).toBe("open");
  });

  test("stops the time of what the policy names, and of nothing else", async () => {
    const expandit = policyOf("expandit");
    const inquiry = expandit.cases?.kinds.inquiry;
    if (expandit.cases === undefined || inquiry?.costs === undefined) throw new Error("no inquiries");
    const costs = { ...inquiry.costs, pauses: ["default-answer"] };
    const kinds = { ...expandit.cases.kinds, inquiry: { ...inquiry, costs } };
    const world = aCaseWorld(
      { ...expandit, cases: { ...expandit.cases, kinds } },
      "2026-11-04T10:00:00.000Z",
    );
    const { number } = await aRegisteredCase(world, { kind: "inquiry", topic: "support" });
    await staffAct(world, number, "cost-notice", charge);
    const [request] = (await theCase(world, number)).requests.filter(({ of }) => of === "cost");
    const paused = (await theCase(world, number)).milestones.filter(
      (each) => "pausedAt" in each && each.pausedAt !== undefined,
    );
    expect(paused.map(({ id }) => id)).toEqual(["default-answer"]);
    world.pass(86_400_000);
    await press(world, number, "accept", request?.entry ?? 0);
    const after = (await theCase(world, number)).milestones;
    expect(after.some((each) => "pausedAt" in each && each.pausedAt !== undefined)).toBe(false);
  });
});

const day = (text: string): CalendarDate => text as CalendarDate;

describe("work that Software Assurance covers", () => {
  test("is told with the last day, and asks for nothing", async () => {
    const { world, number } = await aProblem();
    const covered = { text: "Covered.", coveredUntil: day("2026-11-04") };
    await staffAct(world, number, "cost-notice", covered);
    expect(world.mails.at(-1)?.mail.text).toContain("4. November 2026");
    const shown = await page(world, number);
    expect(shown.costs).toMatchObject([{ state: "told", coveredUntil: "2026-11-04", text: "Covered." }]);
    expect(shown).toMatchObject({ status: "open", actions: ["answer"] });
    expect(await refusal(staffAct(world, number, "answer", { text: "Done." }))).toBeUndefined();
  });

  test("until yesterday is covered no more", async () => {
    const { world, number } = await aProblem();
    const covered = { text: "Covered.", coveredUntil: day("2026-11-03") };
    expect(await refusal(staffAct(world, number, "cost-notice", covered))).toBe("date-in-past");
  });
});
