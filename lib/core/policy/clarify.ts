import * as z from "zod";
import { id, inEachLanguage, rule } from "./fields.ts";

const question = z.strictObject({
  id,
  name: inEachLanguage.describe("What staff ask until they understand it"),
});

/** Questions that are asked until a question is understood: what, and why (mission D7). */
export const clarifying = z.strictObject({
  questions: z.array(question).min(1),
  asksBefore: z
    .array(z.enum(["answer", "close"]))
    .min(1)
    .describe("Acts of staff that ask whether it was, and go on only when that is confirmed"),
  ...rule,
});
