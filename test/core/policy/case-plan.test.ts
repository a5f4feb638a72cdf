import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planCases, planMilestones } from "#core/policy/case-plan.ts";
import { milestones } from "#core/policy/milestones.ts";
import { policyFiles, thePolicy } from "./documents.ts";

const namesOf = (pack: string): Record<string, string[]> =>
  Object.fromEntries(
    planCases(thePolicy(`${pack}.json`)).map(({ machine, milestones: all }) => [
      machine,
      all.map(({ name }) => name),
    ]),
  );

test("solar promises an acknowledgement, an update counted from it, and a solution", () => {
  expect(namesOf("solar")).toEqual({
    "kept-solar-complaint": [
      "Acknowledge within 7 working days",
      "Progress update within 14 working days after the acknowledgement",
      "Resolve within 30 working days",
    ],
  });
});

test("bnc promises a plan, and what the plan promises; incidents have a machine of their own", () => {
  expect(namesOf("bnc")).toEqual({
    "kept-bnc-complaint": [
      "Acknowledge within 1 working day",
      "Plan within 5 working days",
      "Progress update within 5 working days after the plan",
      "Resolve by the plan's date",
    ],
    "kept-bnc-incident": ["Acknowledge within 4 working hours", "Resolve within 16 working hours"],
  });
});

test("expandit's answer counts from complete information", () => {
  expect(namesOf("expandit")["kept-expandit-complaint"]).toEqual([
    "Acknowledge within 2 working days",
    "Answer within 14 days after the information is complete",
  ]);
});

test("a policy without cases plans none", () => {
  const { cases: _cases, ...without } = thePolicy("taxdome.json");
  expect(planCases(without)).toEqual([]);
});

test("an inquiry has a first and a full answer, by mailbox, licence and inbox", () => {
  expect(namesOf("expandit")["kept-expandit-inquiry"]).toEqual([
    "First answer within 2 working hours (support, sales)",
    "First answer within 24 hours (personal)",
    "Answer within 2 days (sales)",
    "Answer within 8 working hours (support, premium)",
    "Answer within 2 working days (support, standard)",
    "Answer within 5 working days (support, no licence)",
    "Answer within 5 working days (personal)",
    "Answer within 24 hours (phone)",
  ]);
  expect(namesOf("taxdome")).toEqual({
    "kept-taxdome-complaint": ["Acknowledge in under 24 hours", "Resolve within 10 working days"],
    "kept-taxdome-inquiry": [
      "First answer in under 24 hours (inbox)",
      "First answer within 3 working days (without inbox)",
      "Answer within 5 working days",
    ],
  });
});

test.each(policyFiles)(
  "%s: every milestone carries its clause, and has a name that a machine can have",
  (name) => {
    for (const { milestones: all } of planCases(thePolicy(name))) {
      for (const each of all) {
        expect(each.clause).not.toBe("");
        expect(each.name.length).toBeLessThanOrEqual(80);
      }
      expect(new Set(all.map((each) => each.name)).size).toBe(all.length);
    }
  },
);

describe("for any milestones that a policy can have", () => {
  const span = fc.oneof(
    fc.record({ workingDays: fc.nat(400) }),
    fc.record({ days: fc.nat(400) }),
    fc.nat(1_000_000).map((seconds) => ({ hours: `PT${seconds}S` })),
    fc.nat(1_000_000).map((seconds) => ({ workingHours: `PT${seconds}S` })),
  );
  const action = fc.constantFrom("acknowledge", "update", "plan", "answer", "resolve");
  const from = fc.oneof(
    fc.constantFrom("receipt", "information-complete"),
    fc.record({ milestone: fc.constantFrom("m0", "m1", "m2") }),
  );
  const due = fc.oneof(fc.constant("plan"), fc.record({ within: span, from }));
  const list = fc
    .array(fc.record({ action, due }), { minLength: 1, maxLength: 6 })
    .map((all) => all.map((each, at) => ({ ...each, id: `m${at}`, escalate: [], clause: "-" })));

  test("that is read, the names are unique, and have at most 80 characters", () => {
    let read = 0;
    fc.assert(
      fc.property(list, (all) => {
        const parsed = milestones.safeParse(all);
        if (!parsed.success) return;
        read += 1;
        const names = planMilestones(parsed.data).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => name.length > 80)).toEqual([]);
      }),
      { numRuns: 4_000, seed: 2026 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test("48 hours are no 2 days, and an hour said in minutes is an hour", () => {
    const named = (within: object) =>
      planMilestones(
        milestones.parse([
          { id: "a", action: "answer", due: { within, from: "receipt" }, escalate: [], clause: "-" },
        ]),
      )[0]?.name;
    expect(named({ hours: "PT48H" })).toBe("Answer within 48 hours");
    expect(named({ days: 2 })).toBe("Answer within 2 days");
    expect(named({ hours: "PT60M" })).toBe("Answer within 1 hour");
    expect(named({ workingHours: "PT90M" })).toBe("Answer within 90 working minutes");
  });
});
