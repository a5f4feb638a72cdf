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

  test("without appointments there is nothing to say, and no example", () => {
    const { appointments: _, ...policy } = taxdome();
    const explanation = explainPolicy(policy, "nl", dates);
    expect(explanation.rules).toEqual([]);
    expect(explanation).not.toHaveProperty("example");
    expect(explanationText(explanation)).toBe("Wat TaxDome over afspraken belooft\n\n");
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
