import { describe, expect, it } from "vitest";
import { compose } from "#core/message/compose.ts";
import type { NoShowFields } from "#core/message/no-show-fields.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { aSession } from "./session-fields.ts";

const aNoShow = (changes: Partial<NoShowFields> = {}): NoShowFields => ({
  ...aSession(),
  cause: "missed",
  clause: "§4",
  ...changes,
});

const fee = { kind: "fee", amount: "50.00", currency: "EUR" } as const;
const kinds = ["no-show-warning", "no-show-consequence", "no-show-waived"] as const;
const each = languages.flatMap((language) => kinds.map((kind) => ({ language, kind })));

describe.each(each)("a $kind in $language", ({ language, kind }) => {
  const write = (changes: Partial<NoShowFields> = {}) => compose(kind, "email", language, aNoShow(changes));

  it("names the session, the clause, the terms, and where to object", () => {
    for (const part of [write().text, write().html])
      for (const fact of ["Quick assist", "K7M2P4Q", "§4", "2026-01", "support@kept.example"])
        expect(part).toContain(fact);
  });

  it("asks for an answer to the mail itself where the company names no mailbox", () => {
    const { text } = write({ supportMailbox: undefined });
    expect(text).toMatch(
      /beantwoord dan deze e-mail|responda a este correo|antworten Sie auf diese|reply to this/,
    );
    expect(text).not.toContain("undefined");
  });
});

describe.each(languages)("in %s", (language) => {
  const write = (kind: (typeof kinds)[number], changes: Partial<NoShowFields>) =>
    compose(kind, "email", language, aNoShow(changes)).text;

  it("each cause is told as itself", () => {
    const causes = ["change", "cancellation", "interrupted", "missed"] as const;
    const leads = causes.map((cause) => write("no-show-warning", { cause }).split("\n\n")[1]);
    expect(new Set(leads).size).toBe(causes.length);
    expect(leads[0]).toMatch(/\b24 /);
  });

  it("a date is said with its time, in the customer's own zone", () => {
    for (const kind of ["no-show-consequence", "no-show-waived"] as const) {
      expect(write(kind, { timeZone: "Atlantic/Canary" })).toMatch(
        /4 (de )?juni?o? (de )?2027|4\. Juni 2027|4 June 2027/,
      );
      expect(write(kind, { timeZone: "Atlantic/Canary" })).toContain("09:00");
    }
  });

  it("a fee is said as people write money", () => {
    const text = write("no-show-consequence", {
      now: { situation: "fee" },
      policy: { windowMonths: 12, threat: fee },
    });
    expect(text).toMatch(/€\s?50[.,]00|50,00\s€/);
  });

  it("a warning says what a repetition brings, and what waits for a person's word", () => {
    const plain = write("no-show-warning", { now: { situation: "nothing" } });
    expect(plain).toContain("12 ");
    expect(plain).toContain("6 ");
    expect(write("no-show-warning", { now: { situation: "awaits" } })).not.toBe(plain);
  });

  it("what was waived and what was wrong are told apart", () => {
    expect(write("no-show-waived", { why: "corrected" })).not.toBe(
      write("no-show-waived", { why: "waived" }),
    );
  });
});
