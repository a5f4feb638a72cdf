import * as z from "zod";

/* What staff say about a customer's no-shows and fees. */

const reason = z.string().trim().min(1).max(1_000);

export const waiveBody = z.strictObject({ reason: reason.describe("Stands in the audit") });

export const wordBody = z.strictObject({
  applies: z.boolean().describe("Whether the consequence applies, or is dropped"),
  reason: reason.optional(),
});

export const feeBody = z.strictObject({ reason: reason.optional() });
