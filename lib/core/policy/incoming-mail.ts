import * as z from "zod";
import { rule } from "./fields.ts";

/** What a company allows of automatic mail. */
export const incomingMail = z.strictObject({
  answersPerDay: z
    .int()
    .min(1, "write 1 at least: nobody would get a receipt otherwise")
    .max(50, "write 50 at most: two machines that write to each other must come to an end")
    .describe(
      "So many automatic mails in 24 hours may answer the mails of one address; a person answers the rest",
    ),
  ...rule,
});
