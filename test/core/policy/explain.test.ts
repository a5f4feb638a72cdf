import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { explanationTexts } from "#core/policy/explain/texts.ts";
import { explainPolicy, explanationText } from "#core/policy/explain.ts";
import type { Policy } from "#core/policy/shape.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { taxdome } from "../../stack/synthesized.ts";

type Texts = { readonly [key: string]: string | Texts };
type Elements = ReturnType<IntlMessageFormat["getAst"]>;

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const fields = (elements: Elements): string[] =>
  elements.flatMap((element) => [
    ...("options" in element
      ? [element.value, ...Object.values(element.options).flatMap((option) => fields(option.value))]
      : []),
    ...(element.type === 1 ? [element.value] : []),
  ]);

const named = (texts: Texts): [string, string[]][] =>
  flat(texts).map(([key, text]) => [
    key,
    [...new Set(fields(new IntlMessageFormat(text, "en").getAst()))].toSorted(),
  ]);

const dates = { bookedAt: instant("2026-12-01T09:00:00Z"), start: instant("2026-12-09T13:00:00Z") };

describe.each(languages)("an explanation in %s", (language) => {
  test("has every text, and names in each the fields that English names", () => {
    expect(named(explanationTexts[language])).toEqual(named(explanationTexts.en));
  });

  test("is a translation: hardly a text is the English one", () => {
    const own = new Map(flat(explanationTexts[language]));
    const same = flat(explanationTexts.en).filter(([key, text]) => own.get(key) === text);
    expect(same.length).toBe(language === "en" ? own.size : 0);
  });

  test("names each promise's clause, and every host by name", () => {
    const text = explanationText(explainPolicy(taxdome(), language, dates));
    expect(text.match(/§3/g)?.length).toBeGreaterThan(8);
    for (const { name } of taxdome().appointments?.hosts ?? []) expect(text).toContain(name);
  });
});

describe("an explanation follows the policy", () => {
  const withNotice = (atLeast: string): Policy => {
    const policy = taxdome();
    const appointments = policy.appointments!;
    return { ...policy, appointments: { ...appointments, notice: { ...appointments.notice, atLeast } } };
  };

  test("another notice moves the last moment that is in time", () => {
    const { example } = explainPolicy(withNotice("PT6H"), "en", dates);
    const last = example?.lines.find(({ text }) => text.includes("last moment"));
    expect(last?.at).toBe("2026-12-09T07:00:00.000Z");
  });

  test("without appointments and cases there is nothing to say, and no example", () => {
    const { appointments: _, cases: _cases, ...policy } = taxdome();
    const explanation = explainPolicy(policy, "nl", dates);
    expect(explanation.rules).toEqual([]);
    expect(explanation).not.toHaveProperty("example");
    expect(explanationText(explanation).trim()).toBe("");
  });

  test("limits are said where the policy sets them", () => {
    const policy = taxdome();
    const appointments = policy.appointments!;
    const limits = { open: 1, perAddressPerDay: 3, perNetworkPerHour: 20 };
    const limited = {
      ...policy,
      appointments: { ...appointments, booking: { ...appointments.booking, limits } },
    };
    const rule = explainPolicy(limited, "en", dates).rules.find((each) => each.rule === "limits");
    expect(rule?.text).toContain("1 session still to come, and 3 bookings made in 24 hours");
  });
});

describe("what follows from two no-shows", () => {
  const withNoShow = (changes: object): Policy => {
    const policy = taxdome();
    const appointments = policy.appointments!;
    const noShow = { ...appointments.noShow!, ...changes };
    return { ...policy, appointments: { ...appointments, noShow } };
  };
  const moments = (policy: Policy) =>
    explainPolicy(policy, "en", dates).ladder?.lines.map(({ at }) => at.slice(0, 10));
  const said = (policy: Policy, rule: string) =>
    explainPolicy(policy, "en", dates).rules.find((each) => each.rule === rule)?.text;

  test("is told with real dates: six calendar months, and twelve", () => {
    expect(moments(taxdome())).toEqual(["2026-12-09", "2027-02-09", "2027-08-09", "2028-02-09"]);
  });

  test("is a fee where the policy says so", () => {
    const consequence = { kind: "fee", amount: "50.00", currency: "EUR", clause: "§4" } as const;
    const policy = withNoShow({ consequence });
    expect(said(policy, "noShow.consequence")).toContain("costs 50.00 EUR");
    expect(moments(policy)).toEqual(["2026-12-09", "2027-02-09", "2027-02-09", "2028-02-09"]);
  });

  test("is nothing where the window is shorter than what lies between them", () => {
    expect(moments(withNoShow({ window: "P1M" }))).toEqual(["2026-12-09", "2027-02-09", "2027-03-09"]);
  });

  test.each([
    ["noShow.counts", { counts: "account" }, "counted together"],
    ["noShow.applies", { applies: "after-word" }, "when a manager confirms it"],
    ["noShow.interruptedCounts", { interruptedCounts: true }, "dropped out of counts as a no-show"],
  ])("names the choice %s", (rule, changes, words) => {
    expect(said(withNoShow(changes), rule)).toContain(words);
    expect(said(taxdome(), rule)).not.toContain(words);
  });
});
