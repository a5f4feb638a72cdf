import * as z from "zod";
import { id, rule } from "./fields.ts";
import { span } from "./span.ts";

/** Work that costs extra is told before it begins, and waits for an answer (mission D6). */
export const costs = z.strictObject({
  reminders: z
    .array(span)
    .max(6)
    .describe("How long after the notice each reminder goes out, the first first"),
  silentAfter: span.describe(
    "Then nothing is paused any more, and the handler hears of it; silence is no acceptance",
  ),
  pauses: z.array(id).describe("Milestones whose time stands still until there is an answer"),
  ...rule,
});
