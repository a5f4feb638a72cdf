import { describe, expect, test } from "vitest";
import { createHolidays } from "#adapters/holidays.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import { deadline, type Span } from "#core/case/deadline.ts";
import { whyTexts } from "#core/case/why/texts.ts";
import { explainDate } from "#core/case/why.ts";
import { type Language, languages } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { thePolicy } from "../policy/documents.ts";

const solar = thePolicy("solar.json");
const { calendar, holidays } = caseCalendar(solar, createHolidays(), "NL");
const reader = (language: Language) => ({ language, timeZone: solar.timeZone, holidays });

const explained = (span: Span, from: string, language: Language = "en"): string =>
  plain(explainDate({ why: deadline(span, instant(from), calendar) }, reader(language)));

/** The spaces around a dash are thin ones, or not, by the version of the language data. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f]/g, " ");
}

const overChristmas = [{ workingDays: 7 }, "2026-12-22T09:00:00Z"] as const;

test("a date over Christmas names where it began, each day it stepped over, the zone and the table", () => {
  expect(explained(...overChristmas)).toBe(
    "Counted from Tuesday, 22 December 2026, 10:00: 7 working days, the day itself left out. " +
      "No working days, and therefore passed over: Sun, 27 December 2026 and Sat, 2 January – Sun, 3 January 2027. " +
      "Closed, and therefore passed over: Fri, 25 December 2026 (Eerste Kerstdag), Sat, 26 December 2026 (Tweede Kerstdag) and Fri, 1 January 2027 (Nieuwjaarsdag). " +
      "That makes it Monday, 4 January 2027 at 17:00 (Amsterdam, CET), when the company closes. " +
      "Table of holidays: NL 2026-1.",
  );
});

describe.each(languages)("in %s", (language) => {
  test("every kind of deadline is explained, with its table unless it runs day and night", () => {
    for (const span of [{ workingDays: 1 }, { days: 14 }, { hours: "PT24H" }, { workingHours: "PT4H" }]) {
      const text = explained(span, "2026-11-16T09:00:00Z", language);
      expect(text).toContain("2026");
      expect(text.includes("NL 2026-1")).toBe(!("hours" in span));
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  test("each holiday is named", () => {
    for (const name of ["Eerste Kerstdag", "Tweede Kerstdag", "Nieuwjaarsdag"])
      expect(explained(...overChristmas, language)).toContain(name);
  });

  test("is a text of its own, with the fields that English has", () => {
    const fields = (text: string) => [...new Set(text.match(/\{\w+/g))].toSorted();
    for (const [key, text] of Object.entries(whyTexts.en)) {
      const own = whyTexts[language][key as keyof typeof whyTexts.en];
      expect(fields(own)).toEqual(fields(text));
      if (language !== "en") expect(own).not.toBe(text);
    }
  });
});

test("a date that somebody named says so, and by which moment", () => {
  const named = {
    due: instant("2026-12-18T16:00:00Z"),
    from: instant("2026-11-16T09:00:00Z"),
    span: { days: 0 },
    skipped: [],
  };
  expect(explainDate({ why: named }, reader("en"))).toBe(
    "This date was named by a person, on Monday, 16 November 2026 at 10:00. That makes it Friday, 18 December 2026 at 17:00 (Amsterdam, CET).",
  );
});

test("time that stood still is told", () => {
  const why = deadline({ workingDays: 7 }, instant("2026-11-02T09:00:00Z"), calendar);
  const stoodStill = [{ from: instant("2026-11-03T09:00:00Z"), to: instant("2026-11-05T09:00:00Z") }];
  expect(explainDate({ why, stoodStill }, reader("en"))).toContain(
    "From Tuesday, 3 November 2026 until Thursday, 5 November 2026 the time stood still",
  );
});

test("hours are exact across a change of the clocks, and say so in words of the wall", () => {
  expect(explained({ hours: "PT24H" }, "2026-10-24T10:00:00Z")).toContain(
    "24 hours, day and night. That makes it Sunday, 25 October 2026 at 11:00 (Amsterdam, CET).",
  );
});
