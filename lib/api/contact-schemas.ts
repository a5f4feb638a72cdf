import * as z from "zod";
import { answering } from "#core/absence/absence.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant } from "./schemas.ts";

/* Who answers which question, and who is away. */

const name = z.string().min(1).max(40);

/** Working hours and holidays are known for these years. */
const moment = instant.refine((at) => at >= "2020" && at < "2036", "write a moment from 2020 to 2035");

export const contactsQuery = z.strictObject({
  question: name.describe("A kind of question, as the policy names it"),
  at: moment.optional().describe("Left out: now"),
  language: z.enum(languages).optional().describe("Of the reasons; left out: the company's first"),
});

export const absenceBody = z.strictObject({
  person: name.describe("One of the persons of the policy"),
  from: moment,
  to: moment.describe("When they are back"),
  standIn: name.optional().describe("Another person, or a team; needed over the policy's length"),
  automaticAnswer: z
    .enum(answering)
    .optional()
    .describe(
      "kept: we write it; own: their own mail program does; none. Left out: kept, where somebody stands in",
    ),
});

const written = z.string().meta({ format: "date-time" });
const named = z.strictObject({ id: z.string(), name: z.string() });

const absence = z.strictObject({
  id: z.string(),
  person: z.string(),
  from: written,
  to: written,
  standIn: z.string().optional(),
  automaticAnswer: z.enum(answering),
  endedEarly: z.literal(true).optional(),
});

/** What the API answers about contacts and absences. */
export const contactAnswers = {
  Contact: z.strictObject({
    question: named,
    team: named,
    at: written,
    contact: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }),
    why: z.string().describe("In sentences: who is at work, not yet, or away until when, and who stands in"),
    considered: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        as: z.enum(["primary", "secondary", "stand-in"]),
        for: z.string().optional().describe("Whom they stand in for"),
        state: z.enum(["in-hours", "outside-hours", "away"]),
        until: written.optional(),
        why: z.string(),
      }),
    ),
  }),
  Absence: absence,
  Absences: z.strictObject({ absences: z.array(absence).describe("Those not over, by when they end") }),
} as const;
