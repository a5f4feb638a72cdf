import * as z from "zod";
import { caseKinds } from "#core/policy/case-kinds.ts";

/* A case among others: in the list of them, and in what a search finds. */

const instant = z.string().meta({ format: "date-time" });
export const caseNumber = z.string().describe("Seven characters that people can read out");
export const caseStatus = z.enum(["open", "waiting", "resolved", "declined", "closed"]);

export const caseRow = {
  id: caseNumber,
  number: caseNumber,
  kind: z.enum(caseKinds),
  status: caseStatus,
  team: z.string(),
  handler: z.string().optional(),
  nextDeadline: instant.optional(),
};

export const listedCase = z.strictObject({
  ...caseRow,
  topic: z.string().optional(),
  customer: z.string().describe("Their name; empty where it was erased"),
  receivedAt: instant,
});
