import * as z from "zod";
import { caseMailboxes } from "./case-words.ts";
import { id } from "./fields.ts";
import { noLicence } from "./milestone-condition.ts";

/** To which cases a milestone belongs, of all of its kind; whatever is left out does not matter. */
export const condition = z
  .strictObject({
    mailboxes: z.array(z.enum(caseMailboxes)).min(1).optional().describe("Under which it is logged"),
    licences: z
      .array(id)
      .min(1)
      .optional()
      .describe(
        `Licences under access.tiers; "${noLicence}" is whoever has none that holds on the day of receipt`,
      ),
    inbox: z
      .boolean()
      .optional()
      .describe("Whether the customer's licence includes the dedicated inbox, as access says"),
  })
  .describe("Left out: to all");

export type Condition = z.infer<typeof condition>;
