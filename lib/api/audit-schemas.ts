import * as z from "zod";
import { faults } from "#core/case/chain-verdict.ts";

/* Everything that was done to a case, with all that is needed to check it elsewhere. */

export const auditQuery = z.strictObject({
  after: z.coerce.number().int().nonnegative().optional().describe("The `next` of the page before"),
});

const rev = z.int().nonnegative().describe("The write of the case that made it; they grow, with gaps");
const digest = z.string().describe("SHA-256, base64url");

const entry = z.strictObject({
  rev,
  nth: z.int().optional().describe("Its place in the chain, from 1"),
  version: z.int(),
  at: z.string().meta({ format: "date-time" }),
  actor: z.string().describe("customer, kept, or staff:NAME"),
  action: z.string(),
  onBehalfOf: z.literal("customer").optional(),
  notice: z.enum(["in-time", "late"]).optional(),
  reason: z.string().optional().describe("A stable word; what people wrote stands in words"),
  words: z.looseObject({}).optional().describe("What they wrote; absent where nobody did, or it was erased"),
  salt: z.string().optional().describe("Of wordsDigest"),
  erased: z.literal(true).optional(),
  wordsDigest: digest.optional(),
  particularsDigest: digest
    .optional()
    .describe("Where this change wrote the customer's data or the fields of the case"),
  misplaced: z.literal(true).optional(),
  link: digest
    .optional()
    .describe("Over all of this and the link before; absent on entries from before the chain"),
  verified: z.boolean(),
});

export const auditAnswers = {
  CaseAudit: z.strictObject({
    number: z.string(),
    verified: z.boolean().describe("All entries, not only those of this page"),
    broken: z
      .strictObject({ rev, why: z.enum(faults) })
      .optional()
      .describe("From where on nothing is certain, and why"),
    chainedFrom: rev.optional().describe("The first entry that is chained, where others stand before it"),
    chain: z
      .strictObject({ link: digest, count: z.int(), salt: z.string() })
      .optional()
      .describe("Where the case itself says that its entries end, and the salt of its particulars"),
    particulars: z
      .strictObject({
        customer: z.looseObject({}),
        fields: z.record(z.string(), z.string()),
      })
      .describe("As they stand"),
    entries: z.array(entry),
    next: rev.optional().describe("There is more: ask again with it as `after`"),
  }),
} as const;
