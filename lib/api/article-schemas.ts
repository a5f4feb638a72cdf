import * as z from "zod";
import { languages } from "#core/policy/vocabulary.ts";
import { promisesQuery } from "./ledger-schemas.ts";

/* "Was this article useful?" */

const answer = z.enum(["yes", "no"]);
const moment = z.string().meta({ format: "date-time" });
const count = z.int().nonnegative();

export const usefulBody = z.strictObject({
  answer,
  comment: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .optional()
    .describe("What was missing, for whoever keeps the article; left out: what was written before stays"),
  reader: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/, "send what the first answer gave, or a name of 16 to 64 characters")
    .optional()
    .describe(
      "As the first answer gave it: with it a reader changes what they said; without it, it is another reader's",
    ),
  language: z.enum(languages).optional().describe("Of the reply; left out: the company's first"),
});

export const articlesQuery = promisesQuery.omit({ after: true });

const article = z.strictObject({
  month: z.string().describe("2026-12, in the company's zone: that of each reader's first answer"),
  article: z.string(),
  keeper: z.string().describe("The team that keeps it"),
  yes: count,
  no: count,
  comments: z
    .array(z.strictObject({ answer, comment: z.string(), at: moment }))
    .describe("The newest twenty"),
});

export const articleAnswers = {
  Useful: z.strictObject({
    article: z.string(),
    answer,
    version: z.int().positive().describe("Grows with each change of mind"),
    reader: z.string().describe("For the page to keep: whoever has it can change this answer"),
    reply: z.string().describe("What to show, in the reader's language"),
  }),
  Articles: z.strictObject({ articles: z.array(article).describe("By month and article") }),
} as const;
