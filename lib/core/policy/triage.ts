import * as z from "zod";
import { caseKinds } from "./case-kinds.ts";
import { id, inEachLanguage, rule } from "./fields.ts";

const words = z
  .array(z.string().regex(/^[\p{Ll}][\p{Ll}\p{M}' -]*$/u, "write small letters"))
  .min(1)
  .describe("Beginnings of words in what the customer writes, in any language, in small letters");

/** What something is when nobody says so: the first rule that applies decides, and its reason is shown (mission C2). */
export const triage = z.strictObject({
  rules: z.array(
    z.strictObject({
      id,
      kind: z.enum(caseKinds),
      words,
      reason: inEachLanguage.describe("Shown to staff beside the kind, who may correct it"),
      ...rule,
    }),
  ),
  otherwise: z.enum(caseKinds),
  reason: inEachLanguage.describe("Shown where no rule applies"),
  ...rule,
});
