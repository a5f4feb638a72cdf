import * as z from "zod";
import { parseDate } from "#core/calendar.ts";
import type { By } from "#core/case/action.ts";
import { caseKinds } from "#core/policy/cases.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { parseInstant } from "#core/time.ts";
import { customer, instant, version } from "./schemas.ts";

/* What reaches a company, and what customers and staff do about it. */

/** As long as a letter gets; a file comes by mail. */
const text = z.string().trim().min(1, "write something").max(20_000);
const mayText = { text: text.optional() };
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
  channel: z.enum(["portal", "mail", "phone", "meeting"]),
  receivedAt: instant.optional().describe("Left out: now. Deadlines count from it"),
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

export const textBody = z.strictObject({ text: text.describe("Goes to the customer, except in a note") });
export const mayTextBody = z.strictObject(mayText);
export const planBody = z.strictObject({ text, by });
export const askBody = z.strictObject({ text, of: z.enum(["customer", "thirdParty"]).optional() });
export const extendBody = z.strictObject({
  reason: text,
  newDate: by,
  milestone: z.string().max(40).optional().describe("Its id; left out: the first that can be extended"),
});
export const declineBody = z.strictObject({
  findings: text,
  reasons: text,
  next: text.describe("Who looks at it next, if the customer wants that"),
});
export const assignBody = z.strictObject({ to: z.string().trim().min(1).max(100), ...mayText });
export const classifyBody = z.strictObject({ kind, topic: topic.optional(), ...mayText });

export const linkTextBody = z.strictObject({ version, text });
export const satisfactionBody = z.strictObject({ version, satisfied: z.boolean(), ...mayText });
