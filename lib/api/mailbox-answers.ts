import * as z from "zod";
import { caseMailboxes } from "#core/policy/case-words.ts";

/** What the API answers about mailboxes. */
export const mailboxAnswers = {
  Mailboxes: z.strictObject({
    mailboxes: z.array(
      z.strictObject({
        mailbox: z.enum(caseMailboxes),
        address: z.string().optional().describe("Where customers write; absent for mail to one of the staff"),
        journal: z
          .strictObject({
            answer: z
              .string()
              .describe("For a copy of the full answer: it keeps what the act `answer` keeps"),
            first: z
              .string()
              .describe("For a copy of anything before that: it keeps what the act `update` keeps"),
          })
          .describe("Where staff send copies of what they write from their own mail program"),
      }),
    ),
  }),
} as const;
