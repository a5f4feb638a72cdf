import { describe, expect, it } from "vitest";
import { calendarDate } from "#core/calendar.ts";
import { act } from "#core/case/act.ts";
import type { CasePromised } from "#core/case/case.ts";
import { caseMail } from "#core/case/mail.ts";
import { type CaseMessageKind, caseMessageKinds, isToStaff } from "#core/case/message-kind.ts";
import { isRefusal } from "#core/errors.ts";
import { type Language, languages } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { hostileNames } from "../message/session-fields.ts";
import { aCase, aMail, rulesOf } from "./a-case.ts";

const words = {
  text: "We came by.\nThe part is on its way.\n\nYours, Eva",
  reason: "The part comes from Japan.",
  findings: "The inverter is past its life.",
  reasons: "There is no spare part.",
  next: "The Energy Disputes Board.",
};
const away = { absence: "a1", person: "lena", standIn: "management", until: instant("2026-12-14T16:00:00Z") };
const moved = { from: instant("2026-12-14T16:00:00Z"), to: instant("2027-01-04T16:00:00Z") };
const written = (
  kind: CaseMessageKind,
  language: Language,
  customer: { name: string } = { name: "Jan Smit" },
  texts: object = words,
  terms: Partial<CasePromised> = {},
) => {
  const it = aCase({ language, customer: { ...customer, email: "jan@customer.example" } });
  const facts = aMail(
    it,
    { kind, entry: 1, milestone: "resolve", to: "manager", moved, away, pointsTo: "support", ...terms },
    { words: texts },
  );
  return caseMail({ ...facts, reader: { ...facts.reader, language } });
};

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const each = languages.flatMap((language) => caseMessageKinds.map((kind) => ({ language, kind })));

describe.each(each)("a $kind in $language", ({ language, kind }) => {
  const mail = written(kind, language);

  it("names the case, what it is about, who has it and the page, in both parts", () => {
    expect(mail.subject).toContain("K7M2P4Q");
    for (const part of [mail.text, mail.html])
      for (const fact of ["K7M2P4Q", "Solar", "Service management", "2026", "17:00", "/link"])
        expect(part).toContain(fact);
  });

  it("is complete: nothing is left of a pattern", () => {
    expect(mail.subject + mail.text + mail.html.replace(/<style>[^]*<\/style>/, "")).not.toMatch(
      /[{}]|undefined|\[object|#\s/,
    );
  });

  it("stays whole where what was written was erased", () => {
    expect(written(kind, language, undefined, {}).text).not.toMatch(/undefined|> /);
  });

  describe.each(Object.entries(hostileNames))("to a name with %s", (_what, name) => {
    const hostile = written(kind, language, { name });
    it("keeps its subject, its elements and its lines", () => {
      expect(hostile.subject).toBe(mail.subject);
      expect(occurrences(hostile.html, "<")).toBe(occurrences(mail.html, "<"));
      expect(occurrences(hostile.text, "\n")).toBe(occurrences(mail.text, "\n"));
      expect(hostile.text.isWellFormed() && hostile.html.isWellFormed()).toBe(true);
    });
  });

  if (isToStaff(kind))
    it("holds no word that the customer wrote, and not their name", () => {
      for (const stranger of ["Jan Smit", "jan@customer.example", words.text, "Nobody came", "We came by"])
        expect(mail.text).not.toContain(stranger);
    });
});

describe.each(languages)("in %s, a text of staff", (language) => {
  it("comes as paragraphs, escaped, each of its lines marked as somebody's own", () => {
    const { text, html } = written("updated", language, undefined, {
      text: "Price < 5 & rising\n<script>alert(1)</script>\n\n\n\nKept: pay here",
    });
    expect(text).toContain("> Price < 5 & rising\n> <script>alert(1)</script>\n>\n> Kept: pay here");
    expect(html).toContain("Price &lt; 5 &amp; rising<br>\n&lt;script&gt;");
    expect(html).not.toContain("<script");
    expect(occurrences(html, '<p dir="auto"')).toBe(2);
  });

  it("of hostile letters turns nothing around it and starts no line unmarked", () => {
    const { text, html } = written("updated", language, undefined, {
      text: Object.values(hostileNames).join("\n"),
    });
    expect(text + html).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
    expect(text + html).not.toContain("\0");
    expect(text.isWellFormed() && html.isWellFormed()).toBe(true);
    const own = written("updated", language, undefined, {}).text.split("\n");
    const added = text.split("\n").filter((line) => !line.startsWith(">") && !own.includes(line));
    expect(added).toHaveLength(1);
  });

  it("is cut at 20 000 characters", () => {
    const { text } = written("updated", language, undefined, { text: "x".repeat(20_001) });
    expect(text).toContain(`> ${"x".repeat(20_000)}\n`);
  });
});

describe.each(languages)("in %s", (language) => {
  it("the receipt says that it is automatic, what is missing, and by when a person acknowledges", () => {
    const facts = aMail(aCase({ language, fields: { ticketNumber: " " } }), { kind: "registered" });
    const { text } = caseMail(facts);
    expect(text).toMatch(/autom[aá]ti/);
    expect(text).toMatch(/Ticket number|Ticketnummer|Número de tique/);
    expect(text).toMatch(/11( de)? (november|noviembre)|11\. November/i);
    const whole = caseMail(aMail(aCase({ language }), { kind: "registered" })).text;
    expect(whole).not.toMatch(/Ticket number|Ticketnummer|Número de tique/);
  });

  it("an extension says why, the old date and the new one", () => {
    const { text } = written("extended", language);
    expect(text).toContain(words.reason);
    expect(text).toMatch(/14( de)? (december|diciembre)|14\. Dezember/i);
    expect(text).toMatch(/4( de)? (january|januari|enero)|4\. Januar/i);
    expect(text).toMatch(/30 (working days|werkdagen|Arbeitstagen|días laborables)/);
  });

  it("a decision says the findings, the reasons and the next instance, each under its heading", () => {
    const { text, html } = written("declined", language);
    for (const part of [words.findings, words.reasons, words.next]) {
      expect(text).toContain(`> ${part}`);
      expect(html).toContain(part);
    }
    expect(occurrences(html, "<h2")).toBe(3);
  });

  it("a reminder of a question is told from the question", () => {
    const missing = aCase({ language, fields: {} });
    const [request] = missing.requests;
    if (request === undefined) throw new Error("nothing was asked");
    const at = (opens: typeof request.askedAt) =>
      caseMail(aMail(missing, { kind: "information-request", entry: 1, opens })).subject;
    expect(at(request.askedAt)).not.toBe(at(request.remindAt[0] ?? request.askedAt));
  });

  it("what the customer is told of another's outcome differs by outcome", () => {
    const subjects = (["wrote", "silent", "satisfied", "not-satisfied", "closed"] as const).map(
      (about) => written("staff-case-customer", language, undefined, {}, { about }).subject,
    );
    expect(new Set(subjects).size).toBe(5);
  });
});

it("a case that was registered after its acknowledgement was due promises no date in the past", () => {
  const late = aCase({ now: instant("2026-11-20T09:00:00Z"), receivedAt: instant("2026-11-02T09:00:00Z") });
  const facts = aMail(late, { kind: "registered" }, { now: instant("2026-11-20T09:00:00Z") });
  const { text } = caseMail(facts);
  expect(text).toContain("A person will write to you about it.");
  expect(text).toContain("that has passed, and we still owe it to you");
});

it("a date is late only after its moment", () => {
  const it = aCase();
  const at = (now: string) =>
    caseMail(aMail(it, { kind: "updated" }, { now: instant(now) })).text.includes("that has passed");
  expect(["2026-11-11T15:59:59Z", "2026-11-11T16:00:00Z", "2026-11-11T16:00:01Z"].map(at)).toEqual([
    false,
    false,
    true,
  ]);
});

describe("what other packs promise", () => {
  it("a plan of bnc says by when it will be resolved, and the promise that counts from it has that date", () => {
    const it = aCase({ pack: "bnc", language: "nl" });
    const rules = rulesOf("bnc");
    const now = instant("2026-11-04T09:00:00Z");
    const planned = act(
      it,
      rules,
      "plan",
      { text: "Een monteur komt langs.", by: calendarDate("2026-11-20") },
      { actor: "staff:eva", now },
    );
    if (isRefusal(planned)) throw new Error(planned.detail);
    const { text } = caseMail(aMail(planned.after, { kind: "plan" }, { now, words: planned.words ?? {} }));
    expect(text).toContain("> Een monteur komt langs.");
    expect(text).toContain("Volgens dit plan is het uiterlijk vrijdag 20 november 2026");
    expect(text).toContain("Oplossing uiterlijk op de datum uit het plan:");
  });

  it.each([
    ["en", "no date yet: it counts from when the information is complete"],
    ["de", "noch kein Datum: die Frist beginnt, sobald alle Angaben vorliegen"],
  ] as const)("expandit counts its answer from complete information, in %s", (language, said) => {
    const it = aCase({ pack: "expandit", topic: "defect", fields: {}, language });
    expect(caseMail(aMail(it, { kind: "registered" })).text).toContain(said);
  });
});
