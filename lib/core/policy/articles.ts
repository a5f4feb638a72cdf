import * as z from "zod";
import { id, rule } from "./fields.ts";

/** What stands in an address, a key and the id of a task, all alike: no dot, no `#`. */
export const articleIdShape = /^[a-z0-9][a-z0-9-]{0,63}$/;

const keeper = id.describe("The team under cases.teams that keeps it, and hears what readers miss");

/** "Was this article useful?" (solar, at the foot of its page). */
export const articles = z.strictObject({
  keeper,
  kept: z
    .array(
      z.strictObject({
        id: z.string().regex(articleIdShape, "write lower-case letters, digits and hyphens, 64 at most"),
        keeper,
        ...rule,
      }),
    )
    .optional()
    .describe("Articles with a keeper of their own"),
  perNetworkPerHour: z
    .int()
    .min(1)
    .max(10_000)
    .describe("Answers from one network address within an hour: a machine cannot outvote readers"),
  ...rule,
});

export type ArticlePolicy = z.infer<typeof articles>;
