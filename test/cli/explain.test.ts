import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Explanation } from "#core/policy/explain.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { kept, root } from "./typed.ts";

const explained = async (line: string): Promise<Explanation> =>
  JSON.parse((await kept(`explain ${line} --json`)).out) as Explanation;

test("says each promise with its clause, and the reason where the figure is the company's own", async () => {
  const { code, out } = await kept("explain taxdome");
  expect(code).toBe(0);
  expect(out).toContain(
    "TaxDome reminds the customer by e-mail, 2 days before the session begins.\n  [Clause §3]",
  );
  expect(out).toContain(
    "[Clause §3. Our own choice: The terms speak of a confirmation e-mail without a time]",
  );
});

test("follows a session next Wednesday through all its moments", async () => {
  const { example } = await explained("taxdome");
  expect(example?.start).toBe("2026-12-02T13:00:00.000Z");
  expect(example?.lines.map(({ at, promise }) => [at, promise])).toEqual([
    ["2026-11-25T09:00:00.000Z", undefined],
    ["2026-11-25T09:05:00.000Z", "confirmation"],
    ["2026-11-30T13:00:00.000Z", "email-PT48H"],
    ["2026-12-01T13:00:00.000Z", "email-PT24H"],
    ["2026-12-01T13:00:00.000Z", undefined],
    ["2026-12-01T13:01:00.000Z", undefined],
    ["2026-12-02T12:00:00.000Z", "email-PT1H"],
    ["2026-12-02T12:30:00.000Z", "sms-PT30M"],
    ["2026-12-02T13:00:00.000Z", undefined],
  ]);
});

test("says which moment is the last in time, and what the next minute is", async () => {
  const { out } = await kept("explain taxdome --date 2026-12-09");
  expect(out).toMatch(
    /Tuesday 8 December, 14:00 +The last moment at which a change or a cancellation is in time/,
  );
  expect(out).toMatch(/Tuesday 8 December, 14:01 +One minute later it is late/);
});

test("keeps to the wall clock over the change to summer time", async () => {
  const { example } = await explained("taxdome --date 2027-03-29");
  expect(example?.bookedAt).toBe("2027-03-22T09:00:00.000Z");
  expect(example?.start).toBe("2027-03-29T12:00:00.000Z");
  const twoDaysBefore = example?.lines.find(({ promise }) => promise === "email-PT48H");
  expect(twoDaysBefore?.moment).toBe("Saturday 27 March, 13:00");
});

test("says what is left out when somebody books three hours before", async () => {
  expect((await explained("taxdome")).example?.short).toContain(
    "the e-mail 2 days before and the e-mail 24 hours before",
  );
});

test.each(languages)("says as much, and the same figures, in %s", async (language) => {
  const [here, english] = [await explained(`taxdome --language ${language}`), await explained("taxdome")];
  expect(here.language).toBe(language);
  expect(here.rules.map(({ rule, clause }) => [rule, clause])).toEqual(
    english.rules.map(({ rule, clause }) => [rule, clause]),
  );
  expect(here.example?.lines.map(({ at }) => at)).toEqual(english.example?.lines.map(({ at }) => at));
  const texts = [
    here.title,
    ...here.rules.map(({ text }) => text),
    ...(here.example?.lines ?? []).map(({ text }) => text),
  ];
  for (const text of texts) expect(text).toMatch(/^[^{}]{10,}$/);
});

test("takes a file as well as a pack, and says where mistakes are found", async () => {
  expect((await kept(`explain ${join(root, "policies/taxdome.json")}`)).out).toBe(
    (await kept("explain taxdome")).out,
  );
  const { code, notes } = await kept(`explain ${join(root, "package.json")}`);
  expect([code, notes]).toEqual([
    1,
    expect.stringMatching(/has mistakes: see "kept check .*package\.json"\n$/),
  ]);
});

test("names the packs there are when somebody asks for another", async () => {
  expect(await kept("explain nobody")).toMatchObject({
    code: 1,
    out: "",
    notes: expect.stringMatching(/taxdome/),
  });
});

const cased = ["bnc", "expandit", "solar", "taxdome"];

describe("cases", () => {
  test.each(cased.flatMap((pack) => languages.map((language) => [pack, language] as const)))(
    "of %s are explained in %s: the same rules and the same moments in each language",
    async (pack, language) => {
      const [here, english] = [
        await explained(`${pack} --language ${language}`),
        await explained(`${pack} --language en`),
      ];
      const shape = ({ cases }: Explanation) => [
        cases?.rules.map(({ rule, clause }) => [rule, clause]),
        cases?.kinds.map(({ kind, rules, example }) => [
          kind,
          rules.map(({ rule, clause }) => [rule, clause]),
          example?.lines.map(({ at, promise }) => [at, promise]),
        ]),
      ];
      expect(shape(here)).toEqual(shape(english));
      const all = here.cases?.kinds.flatMap(({ rules, example }) => [...rules, ...(example?.lines ?? [])]);
      for (const { text } of all ?? []) expect(text).toMatch(/^[^{}]{10,}$/);
    },
  );

  test("each milestone has its date on a real case, its warning, and who hears of it", async () => {
    const { out } = await kept("explain solar --language en --date 2026-12-01");
    expect(out).toContain("What Solar promises about complaints\n");
    expect(out).toMatch(/Tuesday, 8 December 2026, 09:00 +Warning of: Acknowledgement within 7 working days/);
    expect(out).toMatch(
      /Thursday, 10 December 2026, 17:00 +Last moment: Acknowledgement within 7 working days/,
    );
    expect(out).toMatch(/Tuesday, 15 December 2026, 17:00 +Were it still not done, Board would hear now/);
    expect(out).toContain("Needed: Ticket number, Model of the inverter and What went wrong.");
    expect(out).toContain("No deadline stands still meanwhile.");
  });

  test("a company's other systems, its triage and a date that only a plan names are said", async () => {
    const { out } = await kept("explain bnc --language en");
    expect(out).toContain("Each case is registered, updated and closed in ServiceNow as well.");
    expect(out).toMatch(/taken for one of the incidents where it reads like this: .*“storing”/);
    expect(out).toContain("No date to show: the plan names it. Solution by the date in the plan.");
  });
});
