import * as z from "zod";
import { quarantineReasons } from "#core/mail/outcome.ts";

/* Mails that no program could place, and what a person makes of them. */

export const releaseBody = z
  .strictObject({
    as: z.enum(["case", "reply"]).default("case"),
    case: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z]{7}$/, "write the number of a case")
      .optional()
      .describe("For a reply: the number of the case that it belongs to"),
  })
  .transform(({ as, case: number }, context) => {
    if (as === "case" && number === undefined) return { as };
    if (as === "reply" && number !== undefined) return { as, case: number };
    context.addIssue({
      code: "custom",
      path: ["case"],
      message: "name a case for a reply, and none otherwise",
    });
    return z.NEVER;
  });

const mail = z.strictObject({
  id: z.string(),
  receivedAt: z.string().meta({ format: "date-time" }),
  from: z.string().optional().describe("As the mail says; nobody has proven it"),
  subject: z.string(),
  reason: z.enum(quarantineReasons),
  detail: z.string().optional().describe("Why it could not be read"),
  size: z.int().nonnegative().describe("In bytes"),
});

export const quarantineAnswers = {
  Quarantine: z.strictObject({ mails: z.array(mail) }),
  Released: z.strictObject({ id: z.string(), as: z.enum(["case", "reply"]), case: z.string() }),
} as const;
