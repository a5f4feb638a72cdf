import { describe, expect, it, test } from "vitest";
import { digests } from "#adapters/digests.ts";
import { act } from "#core/case/act.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import type { Case } from "#core/case/case.ts";
import { caseRow, staffCaseView } from "#core/case/staff-view.ts";
import { caseView } from "#core/case/view.ts";
import { writeCase } from "#core/case/write.ts";
import { isRefusal } from "#core/errors.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { type Instant, instant } from "#core/time.ts";
import { newSeal } from "#steps/case/seal.ts";
import { aCase, received, rulesOf } from "./a-case.ts";

const seen = (it: Case, now: Instant = received) =>
  caseView(rulesOf(it.pack, it.kind), it, {
    now,
    questions: [],
    costs: [],
    files: [],
    replyTo: "reply@kept.example",
  });

const after = <Act extends StaffAct>(it: Case, wanted: Act, wish: StaffWish[Act], at: string): Case => {
  const now = instant(at);
  const decided = act(it, rulesOf(it.pack, it.kind), wanted, wish, { actor: "staff:eva", now });
  if (isRefusal(decided)) throw new Error(decided.detail);
  return writeCase(it, decided, now, newSeal({ digests })).after;
};

describe("the page of a case", () => {
  it.each(languages)("names what was promised, by when and why, in %s", (language) => {
    const { milestones, topic } = seen(aCase({ language }));
    expect(milestones.map(({ state }) => state)).toEqual(["open", "open", "open"]);
    expect(milestones.map(({ due }) => due)).toEqual([
      "2026-11-11T16:00:00.000Z",
      undefined,
      "2026-12-14T16:00:00.000Z",
    ]);
    expect(milestones[0]?.name).toMatch(/\b7 /);
    expect(milestones[0]?.why).toContain("NL 2026-1");
    expect(topic).not.toBe("service");
  });

  it("shows a date as broken one second after it, and not before", () => {
    const at = (now: string) => seen(aCase(), instant(now)).milestones[0]?.state;
    expect(["2026-11-11T15:59:59Z", "2026-11-11T16:00:00Z", "2026-11-11T16:00:01Z"].map(at)).toEqual([
      "open",
      "open",
      "broken",
    ]);
  });

  it("offers an answer and another person while it is worked on, and asks for no satisfaction yet", () => {
    expect(seen(aCase()).actions).toEqual(["answer", "escalate"]);
  });

  it("asks how it was once it is answered, and promises nothing any more", () => {
    const now = "2026-11-05T09:00:00Z";
    const solved = after(aCase(), "resolve", { text: "Repaired." }, now);
    const { actions, status, closesAt, milestones } = seen(solved, instant(now));
    expect(status).toBe("resolved");
    expect(actions).toEqual(["answer", "escalate", "satisfaction"]);
    expect(closesAt).toBe("2026-11-19T16:00:00.000Z");
    expect(milestones.map(({ state }) => state)).toEqual(["kept"]);
  });

  it("offers nothing once the time to open it again is over", () => {
    const solved = after(aCase(), "resolve", { text: "Repaired." }, "2026-11-05T09:00:00Z");
    const over = after(solved, "close", {}, "2026-11-06T09:00:00Z");
    expect(seen(over, instant("2026-12-01T09:00:00Z")).actions).toContain("answer");
    expect(seen(over, instant("2027-03-01T09:00:00Z")).actions).toEqual(["satisfaction"]);
  });

  it("holds nothing of what staff know alone", () => {
    const shown = JSON.stringify(
      seen(after(aCase(), "acknowledge", { text: "We are at it." }, "2026-11-03T09:00:00Z")),
    );
    expect(shown).not.toMatch(/eva|service-management|warn|escalateTo|board/);
  });
});

test("staff read the names of the machine's states, the reason for each date, and who did what", () => {
  const it = aCase();
  const { policy } = rulesOf("solar");
  const noted = { at: received, actor: "staff:eva", action: "noted" } as const;
  const change = { rev: 1, ...noted };
  const view = staffCaseView(policy, it, [{ change, words: { text: "Called back." } }], {
    now: received,
    language: "nl",
  });
  expect(view.milestones.map(({ name }) => name)).toEqual([
    "Acknowledge within 7 working days",
    "Progress update within 14 working days after the acknowledgement",
    "Resolve within 30 working days",
  ]);
  expect(view.milestones[0]?.why).toContain("7 werkdagen");
  expect(view.timeline).toEqual([{ ...noted, words: { text: "Called back." } }]);
  expect(caseRow(it)).toMatchObject({ id: "K7M2P4Q", nextDeadline: "2026-11-11T16:00:00.000Z" });
});
