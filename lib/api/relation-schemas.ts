import * as z from "zod";
import { contactWays } from "#core/contact/relation.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { customer, instant, timeZone } from "./schemas.ts";

/* What staff enter about steady contact, and what the API answers about it. */

const name = z.string().trim().min(1).max(200);
const person = z.strictObject({ name, email: customer.shape.email });
const note = z.string().trim().min(1).max(20_000).optional();

export const relationBody = z.strictObject({
  kind: z.string().min(1).max(40).describe("Of partner, as the policy names it"),
  manager: person.describe("Who keeps contact, and hears when it is due"),
  rev: z
    .int()
    .min(0)
    .optional()
    .describe("As it was read, 0 for a new one: refused when it is not that any more"),
});

export const contactBody = z.strictObject({
  by: name.describe("Who had it"),
  how: z.enum(contactWays),
  at: instant.optional().describe("Left out: now"),
  note: note.describe("For staff alone"),
});

export const understoodBody = z.strictObject({
  by: name.describe("Who found that they understand what is offered"),
  text: note.describe("How, for staff alone"),
});

export const meetingBody = z.strictObject({
  at: instant,
  place: z.string().trim().min(1).max(500).optional(),
  guest: person,
  host: person,
  language: z.enum(languages).describe("The guest's"),
  timeZone: timeZone.describe("In which the guest reads times"),
});

export const attendedBody = z.strictObject({
  arrivals: z
    .array(
      z.strictObject({
        name,
        side: z.enum(["guest", "host"]),
        arrivedAt: instant.optional().describe("Left out: did not come"),
      }),
    )
    .min(1)
    .max(50),
});

const at = z.string().meta({ format: "date-time" });
const said = { text: z.string().optional(), by: z.string().optional() };

const relation = z.strictObject({
  account: z.string(),
  rev: z.int(),
  kind: z.string(),
  manager: z.strictObject({ name: z.string(), email: z.string() }),
  since: at.describe("When the interval began: with the last contact, or when it was entered"),
  nextContactBy: at,
  state: z.enum(["open", "missed"]),
  lastContact: z.strictObject({ at, how: z.enum(contactWays), ...said }).optional(),
  understood: z.strictObject({ at, ...said }).optional(),
});

const meeting = z.strictObject({
  id: z.string(),
  account: z.string(),
  at,
  place: z.string().optional(),
  guest: z.strictObject({ name: z.string(), email: z.string() }),
  host: z.strictObject({ name: z.string(), email: z.string() }),
  status: z.enum(["planned", "recorded", "cancelled"]),
  arrivals: z
    .array(
      z.strictObject({
        name: z.string(),
        side: z.enum(["guest", "host"]),
        arrivedAt: at.optional(),
        onTime: z.boolean(),
      }),
    )
    .optional()
    .describe("Absent before it was recorded"),
});

export const relationAnswers = { Relation: relation, Meeting: meeting } as const;
