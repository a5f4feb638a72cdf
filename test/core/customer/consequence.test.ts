import { describe, expect, test } from "vitest";
import { aftermath } from "#core/customer/aftermath.ts";
import { broughtBy, consequence, feeState, strikesOf } from "#core/customer/consequence.ts";
import { acceptFee, settleFee } from "#core/customer/fees.ts";
import { acceptingFee, moveProblem, standingProblem } from "#core/customer/standing.ts";
import { giveWord, proveAddress, waive } from "#core/customer/strikes.ts";
import { instant } from "#core/time.ts";
import { aFeeRule, aRule, lateCancellation, noor, outcome } from "./a-customer.ts";

const first = "2026-03-10T09:00:00Z";
const exactlyAYearLater = "2027-03-10T09:00:00Z";
const soon = instant("2027-03-11T09:00:00Z");
const eva = { by: "staff:eva", at: soon, reason: "the host was ill" } as const;

const twice = (second: string, start = first) => outcome(outcome(noor(), "ONE", start), "TWO", second);
const problemAt = (customer: ReturnType<typeof noor>, start: string, rule = aRule()) =>
  standingProblem(rule, customer, { start: instant(start) }, soon);

describe("the second no-show", () => {
  test("exactly twelve months after the first brings the consequence", () => {
    expect(consequence(aRule(), twice(exactlyAYearLater), soon)).toEqual({
      kind: "not-before",
      date: "2027-09-10T08:00:00.000Z",
      strikes: ["TWO"],
    });
  });

  test("one second before that does too", () => {
    expect(consequence(aRule(), twice("2027-03-10T08:59:59Z"), soon)).toMatchObject({ strikes: ["TWO"] });
  });

  test("one second after it is a first one again", () => {
    expect(consequence(aRule(), twice("2027-03-10T09:00:01Z"), soon)).toBeUndefined();
  });

  test("a year after 29 February is within the window on 28 February, and a second later is not", () => {
    const leap = "2028-02-29T09:00:00Z";
    const now = instant("2029-03-01T09:00:00Z");
    expect(consequence(aRule(), twice("2029-02-28T09:00:00Z", leap), now)).toBeDefined();
    expect(consequence(aRule(), twice("2029-02-28T09:00:01Z", leap), now)).toBeUndefined();
  });
});

describe("a session after the second no-show", () => {
  const customer = twice("2026-08-31T09:00:00Z");

  test("six months after 31 August may start on the last of February, at that time", () => {
    const now = instant("2026-09-01T09:00:00Z");
    const start = (at: string) => standingProblem(aRule(), customer, { start: instant(at) }, now);
    expect(start("2027-02-28T09:59:59Z")).toMatchObject({
      refused: "not-before",
      facts: { notBefore: "2027-02-28T10:00:00.000Z" },
    });
    expect(start("2027-02-28T10:00:00Z")).toBeUndefined();
    expect(start("2027-02-28T10:00:01Z")).toBeUndefined();
  });

  test("in a leap year that is the 29th", () => {
    const leap = outcome(outcome(noor(), "ONE", "2027-03-10T09:00:00Z"), "TWO", "2027-08-31T09:00:00Z");
    expect(consequence(aRule(), leap, instant("2027-09-01T00:00:00Z"))).toMatchObject({
      date: "2028-02-29T10:00:00.000Z",
    });
  });

  test("nothing is left of it at that date, nor before the first no-show", () => {
    expect(consequence(aRule(), customer, instant("2027-02-28T10:00:00Z"))).toBeUndefined();
    expect(consequence(aRule(), noor(), instant("2026-09-01T09:00:00Z"))).toBeUndefined();
  });

  test("that was booked after the strike is not moved before the date; one that was booked earlier is free", () => {
    const now = instant("2026-10-01T09:00:00Z");
    const move = (acceptedAt: string) =>
      moveProblem(
        aRule(),
        customer,
        { terms: { version: "1", acceptedAt: instant(acceptedAt) } },
        instant("2026-11-01T09:00:00Z"),
        now,
      );
    expect(move("2026-09-20T09:00:00Z")).toMatchObject({ refused: "not-before" });
    expect(move("2026-08-30T09:00:00Z")).toBeUndefined();
  });
});

describe("a third no-show", () => {
  test("within twelve months of the second brings it again, from its own date", () => {
    const third = outcome(twice("2026-10-10T09:00:00Z"), "THREE", "2027-04-12T09:00:00Z");
    expect(consequence(aRule(), third, instant("2027-04-13T09:00:00Z"))).toMatchObject({
      date: "2027-10-12T09:00:00.000Z",
    });
  });

  test("more than twelve months after the second is a first one", () => {
    const third = outcome(twice("2026-10-10T09:00:00Z"), "THREE", "2027-10-10T09:00:01Z");
    expect(broughtBy(aRule(), third).map(({ strike }) => strike.code)).toEqual(["TWO"]);
  });
});

describe("what counts", () => {
  test("a late cancellation is a no-show, and being missed too is no second one", () => {
    const both = outcome(lateCancellation(noor(), "ONE", first), "ONE", "2026-03-12T09:00:00Z");
    expect(strikesOf(aRule(), both)).toMatchObject([{ code: "ONE", cause: "late-cancellation" }]);
  });

  test("a host's fault is nobody's strike, and a correction to attended takes it back", () => {
    expect(strikesOf(aRule(), outcome(noor(), "ONE", first, "host-fault"))).toEqual([]);
    const corrected = outcome(twice(exactlyAYearLater), "TWO", exactlyAYearLater, "attended");
    expect(strikesOf(aRule(), corrected).map(({ code }) => code)).toEqual(["ONE"]);
    expect(problemAt(corrected, "2027-04-01T09:00:00Z")).toBeUndefined();
  });

  test("a late cancellation stays, whatever the outcome is corrected to", () => {
    const cancelled = lateCancellation(noor(), "ONE", first);
    expect(strikesOf(aRule(), outcome(cancelled, "ONE", first, "attended"))).toHaveLength(1);
  });

  test("an interruption, only where the policy says so", () => {
    const interrupted = outcome(noor(), "ONE", first, "interrupted");
    expect(strikesOf(aRule(), interrupted)).toEqual([]);
    expect(strikesOf(aRule({ interruptedCounts: true }), interrupted)).toHaveLength(1);
  });

  test("nothing for an address that nobody has proven, until that session's own mail is answered", () => {
    const { provenAt: _never, ...stranger } = noor();
    const missed = outcome(stranger, "ONE", first);
    expect(strikesOf(aRule(), missed)).toEqual([]);
    expect(strikesOf(aRule(), proveAddress(missed, "ONE", soon))).toHaveLength(1);
    expect(strikesOf(aRule(), proveAddress(missed, "OTHER", soon))).toEqual([]);
  });

  test("an address counts as proven from that very second on", () => {
    const at = instant(first);
    expect(strikesOf(aRule(), outcome(noor({ provenAt: at }), "ONE", first))).toHaveLength(1);
    const later = instant("2026-03-10T09:00:01Z");
    expect(strikesOf(aRule(), outcome(noor({ provenAt: later }), "ONE", first))).toEqual([]);
  });
});

describe("a waiver", () => {
  test("of the first of two leaves the second a first, and the next session free", () => {
    const waived = waive(twice(exactlyAYearLater), "ONE", eva);
    expect(strikesOf(aRule(), waived).map(({ code }) => code)).toEqual(["TWO"]);
    expect(problemAt(waived, "2027-04-01T09:00:00Z")).toBeUndefined();
  });

  test("tells the customer while it changes something, and not about what counted for nothing any more", () => {
    const both = twice(exactlyAYearLater);
    const letters = (now: string, rule = aRule()) =>
      aftermath(rule, both, waive(both, "ONE", eva), instant(now)).letters;
    expect(letters("2027-03-11T09:00:00Z")).toEqual(["no-show-waived"]);
    expect(letters("2027-09-10T08:00:00Z")).toEqual([]);
    const alone = outcome(noor(), "ONE", first);
    const later = (now: string) => aftermath(aRule(), alone, waive(alone, "ONE", eva), instant(now)).letters;
    expect(later("2027-03-10T09:00:00Z")).toEqual(["no-show-waived"]);
    expect(later("2027-03-10T09:00:01Z")).toEqual([]);
  });
});

describe("letters", () => {
  const letters = (before: ReturnType<typeof noor>, after: ReturnType<typeof noor>, rule = aRule()) =>
    aftermath(rule, before, after, soon).letters;

  test("warn of the first and tell the consequence of the second", () => {
    const one = outcome(noor(), "ONE", first);
    expect(letters(noor(), one)).toEqual(["no-show-warning"]);
    expect(letters(one, outcome(one, "TWO", exactlyAYearLater))).toEqual(["no-show-consequence"]);
  });

  test("tell the consequence also where the earlier session is recorded last", () => {
    const two = outcome(noor(), "TWO", exactlyAYearLater);
    expect(letters(two, outcome(two, "ONE", first))).toEqual(["no-show-consequence"]);
  });

  test("only warn where the half year was over before anybody recorded it", () => {
    const one = outcome(noor(), "ONE", "2025-01-10T09:00:00Z");
    const two = outcome(one, "TWO", "2025-03-10T09:00:00Z");
    expect(letters(one, two)).toEqual(["no-show-warning"]);
  });

  test("say nothing of a stranger's no-show", () => {
    const { provenAt: _never, ...stranger } = noor();
    expect(letters(stranger, outcome(stranger, "ONE", first))).toEqual([]);
  });
});

describe("where a manager must say so", () => {
  const rule = aRule({ applies: "after-word" });
  const both = twice(exactlyAYearLater);
  const word = (applies: boolean) => giveWord(both, "TWO", { by: "staff:eva", at: soon, applies });

  test("a second no-show asks them, and stands in nobody's way meanwhile", () => {
    expect(aftermath(rule, outcome(noor(), "ONE", first), both, soon)).toEqual({
      letters: ["no-show-warning"],
      awaiting: ["TWO"],
      settled: [],
    });
    expect(problemAt(both, "2027-04-01T09:00:00Z", rule)).toBeUndefined();
  });

  test("their word brings it, or drops it; either way nobody is asked any more", () => {
    expect(problemAt(word(true), "2027-04-01T09:00:00Z", rule)).toMatchObject({ refused: "not-before" });
    expect(aftermath(rule, both, word(true), soon)).toMatchObject({
      letters: ["no-show-consequence"],
      settled: ["TWO"],
    });
    expect(problemAt(word(false), "2027-04-01T09:00:00Z", rule)).toBeUndefined();
    expect(aftermath(rule, both, word(false), soon)).toMatchObject({ letters: [], settled: ["TWO"] });
  });
});

describe("a fee", () => {
  const both = twice(exactlyAYearLater);
  const rule = aFeeRule();
  const paying = acceptingFee(rule, both, "THREE", soon);
  const wanted = { start: instant("2027-04-01T09:00:00Z") };

  test("is named before it is taken, and taken on the customer's word alone", () => {
    expect(standingProblem(rule, both, wanted, soon)).toMatchObject({
      refused: "fee-required",
      facts: { fee: { amount: "50.00", currency: "EUR" } },
    });
    expect(standingProblem(rule, both, { ...wanted, feeAccepted: false }, soon)).toBeDefined();
    expect(standingProblem(rule, both, { ...wanted, feeAccepted: true }, soon)).toBeUndefined();
  });

  test("is for the next session only, and comes again with a further no-show", () => {
    expect(paying.fees?.["THREE"]).toEqual({
      amount: "50.00",
      currency: "EUR",
      acceptedAt: soon,
      for: ["TWO"],
    });
    expect(standingProblem(rule, paying, wanted, soon)).toBeUndefined();
    const again = outcome(paying, "THREE", "2027-04-01T09:00:00Z");
    expect(standingProblem(rule, again, wanted, instant("2027-04-02T09:00:00Z"))).toMatchObject({
      refused: "fee-required",
    });
  });

  test("falls away with a session that was called off in time, and the next one costs it again", () => {
    const called = settleFee(paying, "THREE", { as: "void", by: "kept", at: soon });
    expect(standingProblem(rule, called, wanted, soon)).toMatchObject({ refused: "fee-required" });
  });

  test("is owed no more when the strike behind it is waived", () => {
    const fee = paying.fees?.["THREE"];
    if (fee === undefined) throw new Error("no fee was accepted");
    expect(feeState(rule, paying, fee)).toBe("owed");
    expect(feeState(rule, waive(paying, "ONE", eva), fee)).toBe("void");
  });

  test("is settled once", () => {
    const paid = settleFee(paying, "THREE", { as: "paid", by: "staff:eva", at: soon });
    expect(settleFee(paid, "THREE", { as: "waived", by: "staff:eva", at: soon })).toBe(paid);
    expect(
      acceptFee(paid, "FOUR", { amount: "1.00", currency: "EUR", acceptedAt: soon, for: [] }).fees,
    ).toHaveProperty("FOUR");
  });
});
