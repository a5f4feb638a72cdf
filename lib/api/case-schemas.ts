import * as z from "zod";
import { parseDate } from "#core/calendar.ts";
import type { By, StaffAct, StaffWish } from "#core/case/action.ts";
import { caseKinds } from "#core/policy/case-kinds.ts";
import { caseMailboxes } from "#core/policy/case-words.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { parseInstant } from "#core/time.ts";
import { customer, date, instant, version } from "./schemas.ts";

/* What reaches a company, and what customers and staff do about it. */

/** As long as a letter gets; a file comes by mail. */
const text = z.string().trim().min(1, "write something").max(20_000);
const mayText = { text: z.string().trim().max(20_000).optional() };
const kind = z.enum(caseKinds);
const topic = z.string().min(1).max(40).describe("As the policy names it");

const fields = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/, "write a field such as serialNumber"), z.string().max(10_000))
  .refine((given) => Object.keys(given).length <= 20, "at most 20 fields")
  .describe("What the topic asks for, by name; what is missing is asked for, and the case is registered");

const caseAsked = {
  kind: kind.optional().describe("Left out: what it is, the company's rules say"),
  topic: topic.optional(),
  fields,
  customer,
  language: z.enum(languages),
};

export const caseBody = z.strictObject(caseAsked);

export const staffCaseBody = z.strictObject({
  ...caseAsked,
  channel: z.enum(["mail", "phone", "meeting"]).default("phone"),
  mailbox: z
    .enum(caseMailboxes)
    .optional()
    .describe("Where it came in; left out: its topic's, else the first"),
  receivedAt: instant.optional().describe("Left out: now. Deadlines count from it"),
  question: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe("Of a call: the kind of question, which says who answers it; it is an inquiry by phone then"),
});

/** A day, which ends when the company closes, or a moment. */
const by = z
  .string()
  .transform((written, context): By => {
    const parsed = parseDate(written) ?? parseInstant(written);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "write a date such as 2026-12-24, or an instant" });
    return z.NEVER;
  })
  .meta({ type: "string", description: "A date, which ends when the company closes, or an instant" });

const thirdParty = z
  .strictObject({ name: customer.shape.name, email: customer.shape.email })
  .describe("Who is mailed the question; left out of one to a third party: staff ask it themselves");

const name = z.string().trim().min(1).max(200);
const notice = z.int().positive();

const costNoticeBody = z
  .strictObject({
    text: text.describe("Why; it goes to the customer"),
    amount: z
      .string()
      .regex(/^(?!0+\.00$)\d{1,7}\.\d{2}$/, "write an amount above nothing with two decimals, such as 250.00")
      .optional()
      .describe("What it costs extra: the work waits for an answer"),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "write an ISO 4217 currency, such as EUR")
      .optional(),
    coveredUntil: date.optional().describe("The last day on which Software Assurance covers it"),
  })
  .refine(({ amount, currency: of }) => (amount === undefined) === (of === undefined), {
    path: ["currency"],
    message: "an amount needs its currency, and a currency an amount",
  })
  .refine(({ amount, coveredUntil }) => amount === undefined || coveredUntil === undefined, {
    path: ["coveredUntil"],
    message: "it costs extra, or it is covered: write one of the two",
  });

const costAnswerBody = z.strictObject({
  answer: z
    .enum(["accepted", "declined", "withdrawn"])
    .describe("withdrawn: the company takes its notice back"),
  by: name.describe("The person who said so"),
  notice: notice.optional().describe("Left out: the only one that waits"),
  ...mayText,
});

const textBody = z.strictObject({ text: text.describe("Goes to the customer, except in a note") });
const confirm = z
  .literal(true)
  .optional()
  .describe("All the same, though something that should be understood is not clarified");
const confirmedBody = z.strictObject({ text: text.describe("Goes to the customer"), confirm });
const mayTextBody = z.strictObject(mayText);

/** What staff send with each act. */
export const actBodies = {
  classify: z.strictObject({ kind, topic: topic.optional(), ...mayText }),
  assign: z.strictObject({ to: z.string().trim().min(1).max(100), ...mayText }),
  acknowledge: textBody,
  update: textBody,
  plan: z.strictObject({ text, by }),
  answer: confirmedBody,
  "request-information": z
    .strictObject({
      text: text.describe("Goes to whoever is asked, as it stands here"),
      of: z.enum(["customer", "thirdParty"]).optional(),
      thirdParty: thirdParty.optional(),
    })
    .refine(({ of, thirdParty: whom }) => whom === undefined || of !== "customer", {
      path: ["thirdParty"],
      message: "leave it out to ask the customer",
    }),
  "information-complete": mayTextBody,
  extend: z.strictObject({
    reason: text,
    newDate: by,
    milestone: z.string().max(40).optional().describe("Its id; left out: the first that can be extended"),
  }),
  resolve: confirmedBody,
  decline: z.strictObject({
    findings: text,
    reasons: text,
    next: text.describe("Who looks at it next, if the customer wants that"),
  }),
  escalate: mayTextBody,
  close: z.strictObject({ ...mayText, confirm }),
  clarify: z.strictObject({
    answers: z
      .record(z.string().max(40), text)
      .refine((given) => Object.keys(given).length > 0, "answer one of the questions")
      .describe("What was found out, by the id of the question; for staff alone"),
  }),
  point: z.strictObject({ to: z.enum(["support", "sales"]).describe("Where such mail belongs") }),
  reopen: mayTextBody,
  note: textBody,
  "cost-notice": costNoticeBody,
  "cost-answer": costAnswerBody,
} satisfies { readonly [Act in StaffAct]: z.ZodType<StaffWish[Act]> };

export const linkCostBody = z.strictObject({
  version,
  notice: notice.describe("Which notice the page showed"),
  name: name.optional().describe("Of whoever answers; left out: the customer of the case"),
  ...mayText,
});

export const linkAnswerBody = z.strictObject({ version, text });
export const linkEscalateBody = z.strictObject({ version, text });
export const linkSatisfactionBody = z.strictObject({ version, satisfied: z.boolean(), ...mayText });

export const caseQuery = z.strictObject({
  language: z.enum(languages).optional().describe("Of the reasons for dates; left out: the company's first"),
});

export const casesQuery = z.strictObject({
  status: z.literal("closed").optional().describe("Left out: those that are not"),
});
