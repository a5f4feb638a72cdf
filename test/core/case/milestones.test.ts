import { describe, expect, test } from "vitest";
import { complete, firstMilestones, keep, planned, voidOpen } from "#core/case/keep.ts";
import type { Milestone } from "#core/case/milestone.ts";
import { afterMoment, inFront, moments } from "#core/case/moments.ts";
import { workCalendar } from "#core/case/work-calendar.ts";
import { type CaseKindPolicy, cases } from "#core/policy/cases.ts";
import { type Instant, instant } from "#core/time.ts";

const week = Object.fromEntries(
  ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, ["09:00-17:00"]]),
);
const calendar = workCalendar("Europe/Amsterdam", week, new Map());

const policyOf = (milestones: object[]): CaseKindPolicy => {
  const parsed = cases.parse({
    hours: week,
    teams: [{ id: "service", name: "Service", email: "service@kept.example", clause: "C" }],
    receivers: { manager: "service", board: "service" },
    kinds: { complaint: { team: "service", milestones, clause: "C" } },
    clause: "C",
  });
  const { complaint } = parsed.kinds;
  if (complaint === undefined) throw new Error("no complaint");
  return complaint;
};

/** Acknowledge within 7 working days, update within 14 after that, resolve within 30 of receipt. */
const chained = policyOf([
  {
    id: "acknowledge",
    action: "acknowledge",
    due: { within: { workingDays: 7 }, from: "receipt" },
    warnBefore: { workingDays: 2 },
    escalate: [
      { after: { workingDays: 0 }, to: "handler" },
      { after: { workingDays: 1 }, to: "manager" },
      { after: { workingDays: 3 }, to: "board" },
    ],
    clause: "C4",
  },
  {
    id: "update",
    action: "update",
    due: { within: { workingDays: 14 }, from: { milestone: "acknowledge" } },
    escalate: [],
    clause: "C4",
  },
  {
    id: "resolve",
    action: "resolve",
    due: { within: { workingDays: 30 }, from: "receipt" },
    escalate: [],
    clause: "C4",
  },
]);

// Monday 2 November 2026, 10:00 in Amsterdam; seven working days later is Wednesday the 11th.
const received = instant("2026-11-02T09:00:00Z");
const fresh = () => firstMilestones(chained, received, undefined, calendar);
const states = (milestones: readonly Milestone[]) =>
  milestones.map(({ state, due }) => `${state} ${due ?? "-"}`);
const at = (text: string): Instant => instant(text);

describe("a complaint that was registered", () => {
  test("has its dates from receipt; the update has none until there is an acknowledgement", () => {
    expect(states(fresh())).toEqual([
      "open 2026-11-11T16:00:00.000Z",
      "undated -",
      "open 2026-12-14T16:00:00.000Z",
    ]);
  });

  test("brings a warning, the deadline, and three who hear of it, each at its moment", () => {
    expect(
      moments(fresh()).map(
        (each) => `${each.at} ${typeof each.what === "string" ? each.what : each.what.escalateTo}`,
      ),
    ).toEqual([
      "2026-11-09T08:00:00.000Z warn",
      "2026-11-11T16:00:00.000Z miss",
      "2026-11-11T16:00:00.000Z handler",
      "2026-11-12T16:00:00.000Z manager",
      "2026-11-16T16:00:00.000Z board",
      "2026-12-14T16:00:00.000Z miss",
    ]);
  });

  test("never brings a moment twice, and in the end none", () => {
    let milestones: readonly Milestone[] = fresh();
    const seen: string[] = [];
    for (let left = 20; left > 0 && moments(milestones).length > 0; left -= 1) {
      const [next] = moments(milestones);
      if (next === undefined) break;
      seen.push(JSON.stringify(next.what) + next.milestone);
      milestones = milestones.map((each) => (each.id === next.milestone ? afterMoment(each, next) : each));
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(milestones.map(({ state }) => state)).toEqual(["broken", "undated", "broken"]);
  });
});

describe("an acknowledgement", () => {
  test.each([
    ["at closing time on day seven is in time", "2026-11-11T16:00:00Z", "kept"],
    ["a second later is late, and done all the same", "2026-11-11T16:00:01Z", "late"],
  ])("%s", (_, moment, state) => {
    const [first] = keep(chained, fresh(), "acknowledge", at(moment), calendar);
    expect(first?.state).toBe(state);
  });

  test("gives the update its date: fourteen working days after it", () => {
    const milestones = keep(chained, fresh(), "acknowledge", at("2026-11-04T13:00:00Z"), calendar);
    expect(milestones[1]).toMatchObject({ state: "open", due: "2026-11-24T16:00:00.000Z" });
    expect(inFront(milestones)?.id).toBe("update");
  });

  test("a second time keeps nothing more and moves no date", () => {
    const once = keep(chained, fresh(), "acknowledge", at("2026-11-04T13:00:00Z"), calendar);
    expect(keep(chained, once, "acknowledge", at("2026-11-06T13:00:00Z"), calendar)).toEqual(once);
  });
});

describe("a resolution on the first day", () => {
  test("is kept, and what was still owed is void with its reason", () => {
    const now = at("2026-11-02T12:00:00Z");
    const resolved = voidOpen(keep(chained, fresh(), "resolve", now, calendar), now, "resolved");
    expect(resolved.map(({ state }) => state)).toEqual(["void", "void", "kept"]);
    expect(moments(resolved)).toEqual([]);
  });
});

describe("a plan", () => {
  const withPlan = policyOf([
    {
      id: "plan",
      action: "plan",
      due: { within: { workingDays: 5 }, from: "receipt" },
      escalate: [],
      clause: "C8",
    },
    { id: "resolve", action: "resolve", due: "plan", escalate: [], clause: "C8" },
  ]);

  test("names the date that becomes the deadline", () => {
    const milestones = firstMilestones(withPlan, received, undefined, calendar);
    expect(states(milestones)[1]).toBe("undated -");
    const by = at("2026-11-20T16:00:00Z");
    const after = planned(
      withPlan,
      keep(withPlan, milestones, "plan", received, calendar),
      by,
      received,
      calendar,
    );
    expect(states(after)).toEqual(["kept 2026-11-09T16:00:00.000Z", `open ${by}`]);
  });
});

describe("a response that counts from complete information", () => {
  const fromComplete = policyOf([
    {
      id: "answer",
      action: "answer",
      due: { within: { days: 14 }, from: "information-complete" },
      escalate: [],
      clause: "C10",
    },
  ]);

  test("has no date while something is missing, and gets it in the moment that it is there", () => {
    const milestones = firstMilestones(fromComplete, received, undefined, calendar);
    expect(states(milestones)).toEqual(["undated -"]);
    expect(states(complete(fromComplete, milestones, at("2026-11-05T09:00:00Z"), calendar))).toEqual([
      "open 2026-11-19T16:00:00.000Z",
    ]);
  });

  test("has it at once where nothing is missing", () => {
    expect(states(firstMilestones(fromComplete, received, received, calendar))).toEqual([
      "open 2026-11-16T16:00:00.000Z",
    ]);
  });
});
