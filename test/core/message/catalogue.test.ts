import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { caseMessageKinds } from "#core/case/message-kind.ts";
import { languages, messageKinds } from "#core/policy/vocabulary.ts";
import { feedbackRequest, interrupted, staffAttendance } from "#messages/attendance.ts";
import { caseWords } from "#messages/case.ts";
import * as caseEnd from "#messages/case-end.ts";
import * as caseProgress from "#messages/case-progress.ts";
import * as caseStaff from "#messages/case-staff.ts";
import { cancelled, changed, common, confirmation, reminder } from "#messages/catalogue.ts";
import * as ofContact from "#messages/contact.ts";
import { linksAnswer, staffMail } from "#messages/incoming.ts";
import { noShowConsequence, noShowWaived, noShowWarning } from "#messages/no-shows.ts";
import { offer } from "#messages/offer.ts";
import { pointer } from "#messages/pointer.ts";
import { staffBooked, staffCancelled, staffChanged } from "#messages/staff.ts";

const catalogue = {
  common,
  confirmation,
  reminder,
  changed,
  cancelled,
  interrupted,
  "feedback-request": feedbackRequest,
  offer,
  "no-show-warning": noShowWarning,
  "no-show-consequence": noShowConsequence,
  "no-show-waived": noShowWaived,
  "staff-booked": staffBooked,
  "staff-changed": staffChanged,
  "staff-cancelled": staffCancelled,
  "staff-attendance": staffAttendance,
  answer: linksAnswer,
  "staff-mail": staffMail,
};

it("every kind is looked at here", () => {
  expect(Object.keys(catalogue).toSorted()).toEqual(["common", ...messageKinds].toSorted());
});

const ofCases = { case: caseWords, ...caseProgress, ...caseEnd, ...caseStaff, pointer };

it("every kind about a case is looked at here", () => {
  const camel = (kind: string) => kind.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  expect(Object.keys(ofCases).toSorted()).toEqual(["case", ...caseMessageKinds.map(camel)].toSorted());
});

type Texts = { readonly [key: string]: string | Texts };
type Elements = ReturnType<IntlMessageFormat["getAst"]>;

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const names = (elements: Elements): string[] =>
  elements.flatMap((element) => [
    ...("options" in element
      ? [element.value, ...Object.values(element.options).flatMap((o) => names(o.value))]
      : []),
    ...(element.type === 1 ? [element.value] : []),
  ]);

const cases = (elements: Elements): string[] =>
  elements.flatMap((element) =>
    "options" in element
      ? Object.entries(element.options).flatMap(([name, option]) => [
          ...(element.type === 5 ? [`${element.value}: ${name}`] : []),
          ...cases(option.value),
        ])
      : [],
  );

/** The cases of each `select`; those of a plural differ from language to language. */
const choices = (text: string): string[] =>
  cases(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst()).toSorted();

const placeholders = (text: string): string[] =>
  [...new Set(names(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst()))].toSorted();

describe.each(Object.entries({ ...catalogue, ...ofCases, ...ofContact }))(
  "the texts of %s",
  (_kind, texts) => {
    const english = new Map(flat(texts.en as unknown as Texts));

    it.each(languages)("in %s are as many, and name the same fields", (language) => {
      const own = flat(texts[language] as unknown as Texts);
      expect(own.map(([key]) => key)).toEqual([...english.keys()]);
      for (const [key, text] of own)
        expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? "")]);
    });

    it.each(languages)("in %s choose between the same cases", (language) => {
      for (const [key, text] of flat(texts[language] as unknown as Texts))
        expect([key, choices(text)]).toEqual([key, choices(english.get(key) ?? "")]);
    });

    it.each(languages)("in %s hold no markup, straight quotes or stray spaces", (language) => {
      for (const [, text] of flat(texts[language] as unknown as Texts)) {
        expect(text).not.toMatch(/[<>&'"]|\s\s|^\s|\s$|\n/);
        expect(text.normalize()).toBe(text);
      }
    });
  },
);

it("the cases of a choice are seen, those of a plural are not", () => {
  expect(choices("{unit, select, day {{count, plural, one {#} other {#}}} other {}}")).toEqual([
    "unit: day",
    "unit: other",
  ]);
});

it("placeholders inside plurals and choices are seen", () => {
  expect(placeholders("{unit, select, day {{count, plural, other {# {what}}}} other {}}")).toEqual([
    "count",
    "unit",
    "what",
  ]);
});
