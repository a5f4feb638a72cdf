import { describe, expect, it } from "vitest";
import { compose } from "#core/message/compose.ts";
import { segments } from "#core/message/segments.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { aSession, hostileNames } from "./session-fields.ts";

const sms = (language: (typeof languages)[number], changes: Parameters<typeof aSession>[0] = {}): string =>
  compose("reminder", "sms", language, aSession({ before: "PT30M", ...changes })).text;

describe.each(languages)("the SMS in %s", (language) => {
  it("says who, with whom, how far off, when and the code, in one GSM-7 segment", () => {
    const text = sms(language);
    for (const fact of ["TaxDome", "Anna de Vries", "30 ", "10:00", "Amsterdam", "K7M2P4Q"])
      expect(text).toContain(fact);
    expect(segments(text)).toEqual({ encoding: "GSM-7", count: 1 });
  });

  it("writes a name with its accents and still fits one segment", () => {
    const text = sms(language, { hostName: "Lucía Romero" });
    expect(text).toContain("Lucía Romero");
    expect(text).toContain("10:00");
    expect(segments(text)).toEqual({ encoding: "UCS-2", count: 1 });
  });

  it.each(Object.entries(hostileNames))("is one line of at most three segments for %s", (_what, name) => {
    const text = sms(language, { hostName: name, customerName: name });
    expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]|\p{Bidi_Control}/u);
    expect(text.isWellFormed()).toBe(true);
    expect(segments(text).count).toBeLessThanOrEqual(3);
  });

  it("cuts a long name without leaving GSM-7", () => {
    const text = sms(language, { hostName: "Maximilian ".repeat(20) });
    expect(text).toContain("...");
    expect(segments(text)).toEqual({ encoding: "GSM-7", count: 1 });
  });
});

it("there is no SMS of a confirmation", () => {
  expect(() => compose("confirmation", "sms", "nl", aSession())).toThrow(/confirmation/);
});
