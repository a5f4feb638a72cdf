import * as z from "zod";
import { id, inEachLanguage, mailbox, rule, zone } from "./fields.ts";
import { span } from "./span.ts";
import { week } from "./week.ts";

/** One of the staff whom others can be sent to. The id is the name under which they sign in and take cases. */
const person = z.strictObject({
  id,
  name: z.string().min(1).describe("What customers and colleagues read"),
  email: mailbox.describe("Where they hear of what is theirs"),
  timeZone: zone,
  hours: week
    .refine((days) => Object.values(days).some((spans) => spans.length > 0), {
      error: "write hours for one day at least: somebody who never works is nobody's contact",
    })
    .describe("When they work, by their own wall, without the days on which the company is closed"),
  ...rule,
});

const question = z.strictObject({
  id,
  name: inEachLanguage.describe("What the answering service chooses from"),
  team: id.describe("The team under cases.teams that answers it"),
  primary: id.describe("Who is asked first, one of the persons"),
  secondary: id.describe("Who is asked when the first is not there, or silent"),
  ...rule,
});

/** Who answers which question by phone (expandit, "Telefonregeln"): kind of question, team, first and second contact. */
export const contacts = z
  .strictObject({
    persons: z.array(person).min(1),
    questions: z.array(question).min(1),
    silentAfter: span.describe("A call that its first contact has not touched by then passes to the second"),
    ...rule,
  })
  .superRefine(({ persons, questions }, context) => {
    const say = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    for (const [list, all] of [
      ["persons", persons],
      ["questions", questions],
    ] as const)
      all.forEach((one, at) => {
        if (all.findIndex((other) => other.id === one.id) < at)
          say(`"${one.id}" stands here a second time: give it an id of its own`, [list, at, "id"]);
      });
    questions.forEach((one, at) => {
      for (const role of ["primary", "secondary"] as const)
        if (!persons.some((each) => each.id === one[role]))
          say(`no person "${one[role]}" under persons: add them, or name another`, ["questions", at, role]);
      if (one.primary === one.secondary)
        say("the second contact is the first: name somebody else", ["questions", at, "secondary"]);
    });
  });

export type ContactPolicy = z.infer<typeof contacts>;
export type Question = ContactPolicy["questions"][number];

/** A question is answered by a team that takes cases, and nobody has the id of a team: a stand-in is either. */
export const checkContacts = (
  asked: ContactPolicy | undefined,
  teams: readonly { readonly id: string }[],
  context: z.core.$RefinementCtx,
): void => {
  const known = (name: string) => teams.some((each) => each.id === name);
  const say = (message: string, path: (string | number)[]) =>
    context.addIssue({ code: "custom", message, path: ["contacts", ...path] });
  asked?.questions.forEach(({ team }, at) => {
    if (!known(team))
      say(`no team "${team}" under cases: add it, or name another`, ["questions", at, "team"]);
  });
  asked?.persons.forEach((each, at) => {
    if (known(each.id)) say(`"${each.id}" is a team: give the person another id`, ["persons", at, "id"]);
  });
};
