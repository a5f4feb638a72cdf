import * as z from "zod";
import { parseMonths } from "#core/months.ts";
import { rule } from "./fields.ts";

const months = z
  .string()
  .refine((text) => parseMonths(text) !== undefined, "write a number of calendar months, such as P12M")
  .describe("ISO 8601 duration in calendar months");

const notBefore = z.strictObject({
  kind: z.literal("not-before"),
  after: months.describe("No session starts earlier than that after the no-show"),
  ...rule,
});

const fee = z.strictObject({
  kind: z.literal("fee"),
  amount: z.string().regex(/^\d{1,6}\.\d\d$/, "write an amount with two decimals, such as 50.00"),
  currency: z.string().regex(/^[A-Z]{3}$/, "write an ISO 4217 currency, such as EUR"),
  ...rule,
});

/** What follows when sessions are missed, or called off too late (taxdome §4). */
export const noShow = z.strictObject({
  window: months.describe(
    "A second no-show up to exactly that long after the one before it has a consequence",
  ),
  consequence: z.union([notBefore, fee], {
    error: 'write { kind: "not-before", after } or { kind: "fee", amount, currency }, each with its clause',
  }),
  applies: z.enum(["by-itself", "after-word"]).describe("Whether a manager must confirm each consequence"),
  counts: z
    .enum(["person", "account"])
    .describe(
      "Whose no-shows are counted together; without an account that is vouched for, a person's alone",
    ),
  interruptedCounts: z.boolean().describe("Whether a session that the customer dropped out of counts"),
  ...rule,
});
