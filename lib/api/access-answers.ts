import * as z from "zod";
import { languages, serviceChannels } from "#core/policy/vocabulary.ts";

/* What the API answers about accounts, customers and their conduct. */

const instant = z.string().meta({ format: "date-time" });
const rev = z.int().min(0).describe("Grows with every write; name it to overwrite only what you have read");

const restriction = z.strictObject({
  incident: z.string(),
  at: instant,
  until: instant.optional().describe("The first moment at which it no longer holds; absent: for good"),
});

const account = z.strictObject({
  id: z.string(),
  rev,
  licence: z.string(),
  users: z.int(),
  name: z.string().optional(),
  assurances: z.array(z.strictObject({ customer: z.string(), until: z.string().meta({ format: "date" }) })),
  restrictions: z.array(restriction),
});

const accountsEntered = z
  .strictObject({ checked: z.int(), entered: z.int() })
  .partial()
  .describe("How many were entered, or only checked");

const entitlements = z.strictObject({
  account: z.string(),
  licence: z.string(),
  users: z.int(),
  licenceEnded: z.boolean(),
  channels: z.array(z.enum(serviceChannels)),
  sessionTypes: z.array(z.string()),
});

const outcome = z.enum(["none", "warning", "restriction", "permanent", "licence-ended"]);

const incident = z.strictObject({
  id: z.string(),
  rev,
  version: z.int().describe("Grows with each judgement"),
  customer: z.string(),
  account: z.string().optional(),
  evidence: z.string(),
  reportedBy: z.string(),
  reportedAt: instant,
  judgement: z
    .strictObject({
      outcome,
      until: instant.optional(),
      reason: z.string(),
      by: z.string(),
      at: instant,
      openBookings: z.enum(["keep", "cancel"]),
    })
    .optional(),
  told: z
    .looseObject({ says: z.string(), state: z.string(), due: instant })
    .optional()
    .describe("What became of the letter; absent where there is nothing to tell"),
});

/** Parts of a customer that `lib/core/customer/access-view.ts` gives. */
export const customerAccess = {
  rev,
  account: z.string().optional(),
  profile: z
    .strictObject({ name: z.string(), language: z.enum(languages), timeZone: z.string() })
    .optional()
    .describe("How to write to them"),
  provenAt: instant.optional().describe("When the address proved to be theirs"),
  restricted: restriction.optional().describe("What is in force at this moment"),
  restrictions: z.array(restriction),
  conduct: z.array(incident),
};

export const accessAnswers = {
  Account: account,
  AccountsEntered: accountsEntered,
  Entitlements: entitlements,
  Incident: incident,
  CustomerEntered: z.strictObject({ id: z.string(), ...customerAccess }),
} as const;
