import { describe, expect, test } from "vitest";
import { callback, named, task } from "./a-world.ts";
import { type Case, expectSameStates } from "./oracle.ts";

const patient = { ErrorEquals: ["States.TaskFailed"], MaxAttempts: 2, IntervalSeconds: 5 };
const never = { ErrorEquals: ["Superseded"], MaxAttempts: 0 };

/** Two reminders, the second one given up on, and an answer of the staff: the shape of an appointment. */
const appointment = {
  StartAt: "Confirm",
  States: {
    Confirm: task("send", { ResultPath: null, Next: "Wait until 2 days before" }),
    "Wait until 2 days before": {
      Type: "Wait",
      TimestampPath: "$.due['email-PT48H']",
      Next: "Remind, 2 days before",
    },
    "Remind, 2 days before": task("send", {
      ResultPath: null,
      Retry: [never, patient],
      Catch: [
        { ErrorEquals: ["Superseded"], ResultPath: null, Next: "Superseded" },
        { ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "Wait for the end" },
      ],
      Next: "Wait for the end",
    }),
    "Wait for the end": { Type: "Wait", TimestampPath: "$.end", Next: "Attendance" },
    Attendance: callback({ ResultPath: "$.attendance", Next: "Was the customer there?" }),
    "Was the customer there?": {
      Type: "Choice",
      Choices: [{ Variable: "$.attendance.outcome", StringEquals: "attended", Next: "Ask for feedback" }],
      Default: "Ended",
    },
    "Ask for feedback": task("send", { ResultPath: null, Next: "Ended" }),
    Superseded: { Type: "Succeed" },
    Ended: { Type: "Succeed" },
  },
};

const input = { due: { "email-PT48H": "2027-01-10T09:00:00.000Z" }, end: "2027-01-12T10:00:00Z" };

const fails = (name: string) => () => {
  throw named(name);
};

const cases: Record<string, Case> = {
  "a customer who came": {
    definition: appointment,
    input,
    answers: { Attendance: () => ({ outcome: "attended" }) },
  },
  "a customer who did not": {
    definition: appointment,
    input,
    answers: { Attendance: () => ({ outcome: "no-show" }) },
  },
  "a version that was superseded": {
    definition: appointment,
    input,
    answers: { "Remind, 2 days before": fails("Superseded") },
  },
  "a reminder that failed for good": {
    definition: appointment,
    input,
    answers: { "Remind, 2 days before": fails("Broken"), Attendance: () => ({ outcome: "attended" }) },
  },
  "a failure that nothing catches": { definition: appointment, input, answers: { Confirm: fails("Broken") } },
  "a choice with no way out": {
    definition: {
      StartAt: "Which?",
      States: {
        "Which?": { Type: "Choice", Choices: [{ Variable: "$.a", NumericGreaterThan: 1, Next: "Never" }] },
        Never: { Type: "Succeed" },
      },
    },
    input: { a: 1 },
  },
  "passes, conditions and a failure": {
    definition: {
      StartAt: "Prepare",
      States: {
        Prepare: {
          Type: "Pass",
          Parameters: { "n.$": "$.list[1].n", fixed: [1, "x"] },
          ResultPath: "$.p",
          Next: "Sort",
        },
        Sort: {
          Type: "Choice",
          Choices: [
            { Not: { Variable: "$.p.fixed", IsPresent: true }, Next: "Done" },
            {
              And: [
                { Variable: "$.p.n", NumericGreaterThanEquals: 2 },
                {
                  Or: [
                    { Variable: "$.t", TimestampLessThan: "2020-01-01T00:00:00Z" },
                    { Variable: "$.name", StringMatches: "a*z" },
                  ],
                },
              ],
              Next: "Pause",
            },
          ],
          Default: "Done",
        },
        Pause: { Type: "Wait", SecondsPath: "$.p.n", OutputPath: "$.p", Next: "Give up" },
        "Give up": { Type: "Fail", Error: "Tired", Cause: "enough" },
        Done: { Type: "Succeed" },
      },
    },
    input: { list: [{ n: 1 }, { n: 2 }], t: "2026-01-01T00:00:00Z", name: "abcz" },
  },
};

describe("the runner and aws-local-stepfunctions go the same way with", () => {
  test.each(Object.entries(cases))("%s", async (_, given) => {
    expect((await expectSameStates(given))[0].length).toBeGreaterThan(0);
  });
});

test("the oracle would notice another way: the one that came, and the one that did not, differ", async () => {
  const came = await expectSameStates(cases["a customer who came"] as Case);
  const missed = await expectSameStates(cases["a customer who did not"] as Case);
  expect(came[0]).toContain("Ask for feedback");
  expect(missed[0]).not.toContain("Ask for feedback");
  expect(came[1]).toBe("SUCCEEDED");
});
