import * as z from "zod";
import { parseDate } from "#core/calendar.ts";
import { accountIdShape } from "#core/customer/account.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant, timeZone } from "./schemas.ts";

/* What staff enter about accounts and customers, and what they report and judge. */

const accountId = z.string().regex(accountIdShape, "write letters, digits, dots, hyphens, 64 at most");

const day = z
  .string()
  .transform((text, context) => {
    const parsed = parseDate(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "write a date that exists, such as 2027-03-31" });
    return z.NEVER;
  })
  .meta({ type: "string", format: "date" });

const lastDay = day.describe("The last day on which it holds, in the company's zone");

const rev = z
  .int()
  .min(0)
  .optional()
  .describe("As it was read, 0 for a new one: refused when it is not that any more");

const account = {
  licence: z.string().min(1).max(64).describe("As the policy names it"),
  users: z.int().min(1).max(1_000_000),
  name: z.string().trim().min(1).max(200).optional(),
  assurances: z
    .array(z.strictObject({ customer: z.string().trim().min(1).max(200), until: lastDay }))
    .max(200)
    .optional()
    .describe("Software Assurance of the account's own customers"),
  level: z.string().min(1).max(64).optional().describe("Its feature level, as the policy names it"),
  currentSoftware: z.boolean().optional().describe("Whether its software is the current one"),
  escrow: z
    .strictObject({
      checkedOn: day.optional().describe("When its right to the source code was checked"),
      priority: z.boolean().optional().describe("Access before others was arranged"),
    })
    .optional(),
};

export const accountBody = z.strictObject({ ...account, rev });

/** A transaction holds a hundred items, and each account is two: itself, and its entry. */
export const mostAccounts = 45;

export const accountsBody = z.strictObject({
  accounts: z
    .array(z.strictObject({ id: accountId, ...account }))
    .min(1)
    .max(mostAccounts)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "an account stands here twice"),
  check: z.boolean().optional().describe("Only say what is wrong, and write nothing"),
});

export const customerBody = z.strictObject({
  account: accountId.optional().describe("Left out: the customer belongs to none"),
  profile: z
    .strictObject({ name: z.string().trim().min(1).max(200), language: z.enum(languages), timeZone })
    .optional()
    .describe("How to write to them; left out: as their newest booking says"),
  rev,
});

export const conductBody = z.strictObject({
  evidence: z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .describe("What happened, when and where; staff alone read it"),
  account: accountId.optional(),
});

const verdict = {
  reason: z.string().trim().min(1).max(2_000).describe("For staff alone"),
  openBookings: z.enum(["keep", "cancel"]).default("keep"),
};

export const judgementBody = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.enum(["none", "warning", "permanent", "licence-ended"]), ...verdict }),
  z.strictObject({
    outcome: z.literal("restriction"),
    until: instant.describe("The first moment at which it no longer holds"),
    ...verdict,
  }),
]);
