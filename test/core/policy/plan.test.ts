import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inWords, type PlannedPromise, planAppointments } from "#core/policy/plan.ts";
import type { Policy, Reminder } from "#core/policy/shape.ts";
import { policyFiles, thePolicy } from "./documents.ts";

const taxdome = thePolicy("taxdome.json");

const promisesOf = (policy: Policy): readonly PlannedPromise[] => planAppointments(policy)?.promises ?? [];

const stateNames = (promises: readonly PlannedPromise[]): string[] =>
  promises.flatMap(({ states }) => Object.values(states));

const withReminders = (reminders: Reminder[]): Policy => {
  if (taxdome.appointments === undefined) throw new Error("TaxDome has appointments");
  return { ...taxdome, appointments: { ...taxdome.appointments, reminders } };
};

test("TaxDome promises a confirmation and four reminders, in the order in which they fall due", () => {
  expect(promisesOf(taxdome).map(({ id }) => id)).toEqual([
    "confirmation",
    "email-PT48H",
    "email-PT24H",
    "email-PT1H",
    "sms-PT30M",
  ]);
});

test("each promise carries the clause it comes from", () => {
  for (const promise of promisesOf(taxdome)) expect(promise.clause).toMatch(/^§/);
});

test("a state says what happens, as staff would say it", () => {
  expect(stateNames(promisesOf(taxdome))).toEqual(
    expect.arrayContaining([
      "Confirm by e-mail",
      "Wait until 2 days before",
      "E-mail reminder, 2 days before",
      "E-mail reminder, 24 hours before",
      "SMS reminder, 30 minutes before",
      "Tell staff: E-mail reminder, 1 hour before failed",
    ]),
  );
});

test("a policy without appointments plans none", () => {
  const { appointments: _, ...rest } = taxdome;
  expect(planAppointments(rest)).toBeUndefined();
});

describe("the names of a machine's states", () => {
  const expectGood = (promises: readonly PlannedPromise[]) => {
    const names = stateNames(promises);
    expect(names.filter((name) => name.length > 80)).toEqual([]);
    expect(names).toEqual([...new Set(names)]);
    expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length);
  };

  test.each(policyFiles)("in %s are unique, and at most 80 characters", (name) => {
    expectGood(promisesOf(thePolicy(name)));
  });

  test("are so for any reminders that a policy can have", () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 1, max: 400_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(minutes, fc.constantFrom<Reminder["channel"]>("email", "sms"), (before, channel) => {
        const reminders = before
          .toSorted((one, other) => other - one)
          .map((each) => ({ channel, before: `PT${each}M`, sendFor: "PT0S", clause: "§3" }));
        expectGood(promisesOf(withReminders(reminders)));
      }),
    );
  });
});

test.each([
  [30, "30 minutes"],
  [1, "1 minute"],
  [60, "1 hour"],
  [90, "90 minutes"],
  [24 * 60, "24 hours"],
  [48 * 60, "2 days"],
  [49 * 60, "49 hours"],
])("%i minutes are said as %s", (minutes, words) => {
  expect(inWords(minutes * 60_000)).toBe(words);
});
