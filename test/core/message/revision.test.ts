import { describe, expect, it } from "vitest";
import { compose } from "#core/message/compose.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { aSession } from "./session-fields.ts";

const causes = ["in-time", "late", "company"] as const;
const noShow = { nl: "no-show", es: "incomparecencia", de: "Nichterscheinen", en: "no-show" } as const;
const sorry = { nl: "excuses", es: "disculpas", de: "Entschuldigung", en: /sorry|apologise/ } as const;

/** The paragraph of the consequence: the rule beside it speaks of no-shows in any case. */
const consequence = (text: string): string => text.split("\n\n")[3] ?? "";

const write = (
  kind: "changed" | "cancelled" | "staff-changed" | "staff-cancelled",
  language: (typeof languages)[number],
  cause: (typeof causes)[number],
) => compose(kind, "email", language, aSession({ cause }));

describe.each(languages)("in %s", (language) => {
  it("a change names the old time and the new, each with weekday and zone", () => {
    for (const kind of ["changed", "staff-changed"] as const) {
      const { text, html } = write(kind, language, "in-time");
      for (const part of [text, html]) {
        expect(part).toMatch(/4\.? (de )?(december|diciembre|Dezember|December)/);
        expect(part).toMatch(/2\.? (de )?(december|diciembre|Dezember|December)/);
        expect(part).toContain("10:00");
        expect(part).toContain("14:30");
      }
    }
  });

  it.each(["changed", "cancelled", "staff-changed", "staff-cancelled"] as const)(
    "a %s that was late counts as a no-show, by its clause; no other does",
    (kind) => {
      for (const cause of causes) {
        const said = consequence(write(kind, language, cause).text);
        expect(said.includes(noShow[language]) && said.includes("§3")).toBe(cause === "late");
      }
    },
  );

  it.each(["changed", "cancelled"] as const)("a late %s links the terms that were accepted", (kind) => {
    const { text, html } = write(kind, language, "late");
    expect(consequence(text)).toContain("<https://kept.example/terms?a=1&b=2>");
    expect(html).toContain('href="https://kept.example/terms?a=1&amp;b=2"');
  });

  it.each(["changed", "cancelled"] as const)("a %s by the company apologises, and no other does", (kind) => {
    for (const cause of causes) {
      const { text } = write(kind, language, cause);
      expect(new RegExp(sorry[language]).test(text)).toBe(cause === "company");
    }
  });

  it.each(["changed", "cancelled", "staff-changed", "staff-cancelled"] as const)(
    "a %s reads differently for each cause",
    (kind) => {
      expect(new Set(causes.map((cause) => consequence(write(kind, language, cause).text))).size).toBe(3);
    },
  );

  it("a cancellation says how to book again, and offers nothing to change", () => {
    const { text, html } = write("cancelled", language, "company");
    expect(text).toContain("https://kept.example/book/taxdome?a=1&b=2");
    expect(html).toContain('href="https://kept.example/book/taxdome?a=1&amp;b=2"');
    expect(text + html).not.toContain("#token-");
  });

  it("a session that a colleague took over is not called cancelled by anybody", () => {
    const handed = compose("staff-cancelled", "email", language, { ...aSession(), cause: "handed" }).text;
    const others = causes.map((cause) => write("staff-cancelled", language, cause).text);
    expect(others).not.toContain(handed);
    expect(handed.split("\n\n")[1]).not.toMatch(/geannuleerd|cancelado|abgesagt|cancelled/);
  });
});

it("the old host is named where it was another one, and only there", () => {
  const start = instant("2026-12-02T13:30:00Z");
  expect(compose("changed", "email", "en", aSession()).text).toContain("Previously with: Bram Bakker");
  const same = aSession({ was: { start, hostName: "Anna de Vries" } });
  expect(compose("changed", "email", "en", same).text).not.toContain("Previously with");
});

it("an old time on the other side of a clock change keeps its own zone", () => {
  const was = { start: instant("2026-10-24T08:00:00Z"), hostName: "Anna de Vries" };
  const { text } = compose("changed", "email", "en", aSession({ was }));
  expect(text).toMatch(/Previously: +Saturday,? 24 October 2026 at 10:00 \(Amsterdam, CEST\)/);
  expect(text).toMatch(/When: +Friday,? 4 December 2026 at 10:00 \(Amsterdam, CET\)/);
});
