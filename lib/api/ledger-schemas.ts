import * as z from "zod";
import { promiseStates } from "#core/ledger/row.ts";
import { date, instant } from "./schemas.ts";

/* What was promised, and what became of it. */

export const promisesQuery = z.strictObject({
  from: date
    .optional()
    .describe("In the company's zone; left out: the first of this month. Counts when it was made"),
  to: date.optional().describe("Excluded; left out: tomorrow"),
  after: instant.optional().describe("The `next` of the page before"),
});

const moment = z.string().meta({ format: "date-time" });

const row = z.strictObject({
  promise: z
    .string()
    .describe("The same for every subject: a milestone's name, or what a message is called, `email-PT48H`"),
  subject: z.string().describe("The code of an appointment, the number of a case, the id of an absence"),
  about: z.enum(["appointment", "case", "absence", "relation"]),
  version: z.int().positive(),
  pack: z.string(),
  made: moment,
  due: moment.optional().describe("Absent for a milestone that never got a date"),
  state: z.enum(promiseStates),
  at: moment.optional().describe("When it ended; absent while it is owed"),
  evidence: z.string().optional().describe("The message that kept it, or why it was not kept"),
});

const ending = z.strictObject({
  subject: z.string().describe("The number of a case"),
  pack: z.string(),
  at: moment.describe("When it was closed; before that, when the customer spoke"),
  askedAt: moment.optional().describe("When they were asked; whoever had spoken before is not"),
  said: z.enum(["satisfied", "not-satisfied"]).optional(),
  saidAt: moment.optional(),
});

const count = z.int().nonnegative();

export const ledgerAnswers = {
  Promises: z.strictObject({
    promises: z.array(row),
    totals: z
      .strictObject({ made: count })
      .extend(Object.fromEntries(promiseStates.map((state) => [state, count.optional()])))
      .describe("Of this page"),
    endings: z
      .array(ending)
      .describe("Of the cases of this page: each end that held, and whether the customer was satisfied"),
    next: moment.optional().describe("There is more: ask again with it as `after`"),
  }),
} as const;
