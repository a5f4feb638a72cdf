import { expect, test } from "vitest";
import { actBodies } from "#api/case-schemas.ts";
import { taskKinds } from "#core/task.ts";
import { bodyOf, ticked } from "../../../web/desk/act/body.ts";
import { eventsOf } from "../../../web/desk/case/events.ts";
import { actsFor } from "../../../web/desk/case/offered.ts";
import { taskAsks } from "../../../web/desk/lists/task-words.ts";
import { said } from "../../../web/desk/words.ts";
import { aStaffCase } from "./fixtures.ts";

const clarifying = [{ id: "why", name: "Why?", done: false }];
const offered = (status: string) =>
  actsFor({ status, clarifying }).flatMap(({ acts }) => acts.map(({ act }) => act));

test("every act of the API can be done at the desk, at one time or another, with the fields that it takes", () => {
  const all = [...new Set([...offered("open"), ...offered("closed"), ...offered("resolved")])];
  expect(all.sort()).toEqual(Object.keys(actBodies).sort());
  const values: Record<string, string> = {
    by: "2026-12-24",
    newDate: "2026-12-24",
    coveredUntil: "2026-12-24",
    kind: "complaint",
    of: "customer",
    answer: "accepted",
    to: "support",
  };
  for (const { act, fields } of ["open", "closed", "resolved"]
    .flatMap((status) => actsFor({ status, clarifying }))
    .flatMap(({ acts }) => acts)) {
    const filled = fields
      .filter(({ name, optional }) => optional !== true || name.startsWith("answers."))
      .map(({ name }) => [name, values[name] ?? "Woorden"] as const);
    const body = bodyOf([...filled, ["topic", "  "]]);
    expect([act, actBodies[act as keyof typeof actBodies].safeParse(body).error]).toEqual([act, undefined]);
  }
});

test("a case that is closed can be opened again and noted on; one that is open cannot be closed", () => {
  expect(offered("closed").sort()).toEqual(["note", "reopen"]);
  expect(offered("open")).not.toContain("close");
  expect(offered("resolved")).toContain("close");
});

test("whoever ends a case of which not all is clarified ticks that they go on, and is asked nothing else", () => {
  const fieldsOf = (questions: typeof clarifying) =>
    actsFor({ status: "open", clarifying: questions })
      .flatMap(({ acts }) => acts)
      .find(({ act }) => act === "answer")
      ?.fields.map(({ name }) => name);
  expect(fieldsOf(clarifying)).toEqual(["text", "confirm"]);
  expect(fieldsOf(clarifying.map((each) => ({ ...each, done: true })))).toEqual(["text"]);
  expect(fieldsOf([])).toEqual(["text"]);
  expect(bodyOf([["confirm", ticked]])).toEqual({ confirm: true });
});

test("what is left empty is left out, and somebody else has a name and an address", () => {
  const form = [
    ["text", " Welk serienummer? "],
    ["of", "thirdParty"],
    ["thirdParty.name", "Piet"],
    ["thirdParty.email", "piet@installer.example"],
    ["note", ""],
  ] as const;
  expect(bodyOf(form)).toEqual({
    text: "Welk serienummer?",
    of: "thirdParty",
    thirdParty: { name: "Piet", email: "piet@installer.example" },
  });
});

test("what happened stands together, acts and mails, the newest first, in words", () => {
  const events = eventsOf(
    aStaffCase({
      timeline: [
        { at: "2026-12-01T08:00:00.000Z", actor: "customer", action: "registered" },
        {
          at: "2026-12-02T08:00:00.000Z",
          actor: "staff:sanne",
          action: "acknowledged",
          words: { text: "Wij kijken ernaar." },
        },
        { at: "2026-12-04T08:00:00.000Z", actor: "kept", action: "missed", reason: "not-resolved" },
      ],
      mails: [
        {
          at: "2026-12-03T08:00:00.000Z",
          direction: "in",
          id: "m1",
          who: "noor@customer.example",
          subject: "Nog iets",
          proven: false,
          files: [{ name: "foto.jpg", size: 2_000 }],
        },
        {
          at: "2026-12-02T08:00:01.000Z",
          direction: "out",
          id: "acknowledged-2",
          kind: "acknowledged",
          who: "noor@customer.example",
          state: "bounced",
        },
      ],
    }),
  );
  expect(events.map(({ title }) => title)).toEqual([
    "Missed, by Kept",
    "Mail from noor@customer.example, “Nog iets”",
    "Mail “Acknowledged” to noor@customer.example came back",
    "Acknowledged, by sanne",
    "Registered, by The customer",
  ]);
  expect(events[0]?.more).toEqual(["Because: Not resolved"]);
  expect(events[1]?.more).toEqual(["Nobody has proven that it is from them", "File foto.jpg, 2 KB"]);
  expect(events[3]?.words).toEqual([["Text", "Wij kijken ernaar."]]);
});

test("every task says what it asks of a person", () => {
  for (const kind of taskKinds) expect([kind, taskAsks(kind)]).not.toEqual([kind, said(kind)]);
});
