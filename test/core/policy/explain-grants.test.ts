import { describe, expect, test } from "vitest";
import { explainPolicy } from "#core/policy/explain.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { thePolicy } from "./documents.ts";

const dates = { bookedAt: instant("2026-12-01T09:00:00Z"), start: instant("2026-12-09T13:00:00Z") };

const said = (file: string, language: (typeof languages)[number]): Map<string, string> =>
  new Map(
    explainPolicy(thePolicy(file), language, dates).cases?.rules.map(
      ({ rule, text }) => [rule, text] as const,
    ),
  );

describe("what an account has", () => {
  test("is said with its conditions, and what an upgrade costs with the prices", () => {
    const rules = said("expandit.json", "en");
    expect(rules.get("benefit.hotfixes")).toBe(
      "An account has hotfixes where this is so: one of its customers has Software Assurance that holds.",
    );
    expect(rules.get("benefit.source-escrow")).toContain("its right has been checked");
    expect(rules.get("levels")).toContain("Extended (2500.00 EUR)");
    expect(rules.get("standard-1")).toContain("the partner portal");
  });

  test("is said once where appointments say it already", () => {
    expect([...said("taxdome.json", "en").keys()].filter((rule) => rule.startsWith("pro-"))).toEqual([]);
  });
});

test.each(languages)("readers learn in %s who hears what they miss", (language) => {
  const rules = said("solar.json", language);
  expect(rules.get("articles")).toContain("Technical team");
  expect(rules.get("articles.klachtenbeleid")).toContain("Customer service management");
  expect(said("bnc.json", language).has("articles")).toBe(false);
});
