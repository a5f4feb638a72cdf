import * as z from "zod";
import { languages } from "#core/policy/vocabulary.ts";
import { listedCase } from "./listed-case.ts";
import { roles } from "./roles.ts";

/* What the staff desk is answered besides: who sits there, a mail before it goes, and what was found. */

const instant = z.string().meta({ format: "date-time" });

export const deskAnswers = {
  Me: z.strictObject({
    name: z.string(),
    roles: z.array(z.enum(roles)).min(1),
  }),
  Preview: z.strictObject({
    mails: z
      .array(
        z.strictObject({
          to: z.strictObject({ name: z.string(), address: z.string() }),
          language: z.enum(languages),
          subject: z.string(),
          text: z.string().describe("Its links hold no token"),
        }),
      )
      .describe("What goes to the customer, or to whoever else is asked; none for an act that sends nothing"),
  }),
  Found: z.strictObject({
    appointments: z.array(
      z.strictObject({
        code: z.string(),
        status: z.enum(["booked", "cancelled", "ended"]),
        start: instant,
        sessionName: z.string(),
        customer: z.string(),
        email: z.string(),
      }),
    ),
    cases: z.array(listedCase),
  }),
} as const;
