import * as z from "zod";
import { benefitNames, languages, serviceChannels } from "#core/policy/vocabulary.ts";

/* What the API answers about accounts, customers and their conduct. */

const instant = z.string().meta({ format: "date-time" });
const date = z.string().meta({ format: "date" });
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
  assurances: z.array(z.strictObject({ customer: z.string(), until: date })),
  level: z.string().optional(),
  currentSoftware: z.boolean().optional(),
  escrow: z.strictObject({ checkedOn: date, priority: z.boolean() }).partial().optional(),
  restrictions: z.array(restriction),
});

const accountsEntered = z
  .strictObject({ checked: z.int(), entered: z.int() })
  .partial()
  .describe("How many were entered, or only checked");

const granted = z.enum([...serviceChannels, ...benefitNames]);

/** What `lib/core/customer/entitled.ts` gives. */
const entitled = {
  on: date.describe("The day that it is about, in the company's zone"),
  assurance: z
    .strictObject({
      state: z.enum(["active", "ended", "none"]),
      until: date.optional().describe("The last day on which one of its customers has it, or had it"),
      gives: z.array(granted).describe("What depends on it: falls away with it, or has fallen away"),
    })
    .describe("Software Assurance"),
  entitled: z
    .array(
      z.strictObject({
        what: granted,
        has: z.boolean(),
        why: z.string(),
        clause: z.string(),
        ours: z.string().optional(),
      }),
    )
    .describe("Everything that the company's text grants to anybody, and why this account has it or not"),
  upgrades: z
    .array(
      z.strictObject({
        to: z.string(),
        price: z.strictObject({ amount: z.string(), currency: z.string() }),
        why: z.string(),
        clause: z.string(),
        ours: z.string().optional(),
      }),
    )
    .describe("To each higher level; empty where the account's level is not known"),
};

const entitlements = z.strictObject({
  account: z.string(),
  licence: z.string(),
  users: z.int(),
  licenceEnded: z.boolean(),
  channels: z.array(z.enum(serviceChannels)),
  sessionTypes: z.array(z.string()),
  ...entitled,
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
