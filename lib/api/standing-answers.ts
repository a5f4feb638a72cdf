import * as z from "zod";
import { accessAnswers, customerAccess } from "./access-answers.ts";

/* Where a customer stands. */

const instant = z.string().meta({ format: "date-time" });
const price = { amount: z.string().describe("With two decimals"), currency: z.string().describe("ISO 4217") };
const said = { by: z.string(), at: instant, reason: z.string().optional() };

const strike = z.strictObject({
  id: z.string().describe("The appointment's code"),
  cause: z.enum(["no-show", "late-change", "late-cancellation", "interrupted"]),
  at: instant.describe("The start that was missed; for a late change, the start before it"),
  recordedAt: instant,
  counts: z.boolean().describe("Not once it is waived, nor where the address was never proven to be theirs"),
  brings: z
    .enum(["applies", "awaits-word", "dropped", "answered"])
    .optional()
    .describe("What has become of its consequence; absent where it is the first within the window"),
  waived: z.strictObject(said).optional(),
  word: z.strictObject({ ...said, applies: z.boolean() }).optional(),
});

const strikes = z.array(z.string()).describe("Because of these");

const consequence = z
  .union([
    z.strictObject({ kind: z.literal("not-before"), date: instant, strikes }),
    z.strictObject({ kind: z.literal("fee"), ...price, strikes }),
  ])
  .nullable()
  .describe("What holds for the next session");

const fee = z.strictObject({
  id: z.string(),
  appointment: z.string(),
  ...price,
  acceptedAt: instant,
  state: z.enum(["owed", "paid", "waived", "void"]),
});

const booking = z.strictObject({
  id: z.string(),
  version: z.int(),
  status: z.enum(["booked", "cancelled", "ended"]),
  sessionType: z.string(),
  host: z.string(),
  start: instant,
  end: instant,
});

export const standingAnswers = {
  Customer: z.strictObject({
    id: z.string().describe("The address"),
    ...customerAccess,
    strikes: z.array(strike),
    consequence,
    fees: z.array(fee),
    entitlements: accessAnswers.Entitlements.optional().describe("Of the account that they belong to"),
    bookings: z.array(booking).describe("Those that may still come, and those with a strike or a fee"),
  }),
} as const;
