import * as z from "zod";
import { parseDate } from "#core/calendar.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { parseInstant } from "#core/time.ts";
import { isTimeZone } from "#core/time-zone.ts";

/** An RFC 3339 instant, with any offset; read as UTC. */
export const instant = z
  .string()
  .transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "write an instant such as 2026-12-01T09:00:00Z" });
    return z.NEVER;
  })
  .meta({ type: "string", format: "date-time" });

export const date = z
  .string()
  .transform((text, context) => {
    const parsed = parseDate(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "write a date that exists, such as 2026-12-01" });
    return z.NEVER;
  })
  .meta({ type: "string", format: "date" });

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "write an IANA time zone, such as Europe/Amsterdam")
  .describe("IANA time zone");

const language = z.enum(languages);
const id = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, "write an id such as quick-assist");

/** One address is one customer of a pack, so its case does not count. */
const email = z
  .email("write an e-mail address")
  .max(254)
  .transform((address) => address.toLowerCase());

export const customer = z.strictObject({
  name: z.string().trim().min(1, "a name is needed").max(200),
  email,
  phone: z
    .string()
    .max(32)
    .optional()
    .describe("With its country code, such as +31612345678, for the SMS reminder"),
  account: z.string().min(1).max(64).optional(),
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "write an ISO 3166-2 region, such as NL or DE-BY")
    .optional(),
});

export const bookingBody = z.strictObject({
  sessionType: id,
  start: instant,
  host: id.optional(),
  customer,
  language,
  timeZone,
  termsVersion: z.string().min(1).max(64).describe("The version that the customer has accepted (taxdome §3)"),
  feeAccepted: z.boolean().optional().describe("What fee-required has named (taxdome §4)"),
});

export const waitlistBody = z.strictObject({
  sessionType: id,
  from: date,
  to: date.describe("Excluded"),
  customer,
  language,
  timeZone: timeZone.describe("IANA time zone in which the two dates are meant"),
});

export const version = z.int().positive().describe("The version that the page showed");

export const linkBody = z.strictObject({ version });

export const linkAcceptBody = z.strictObject({
  version,
  feeAccepted: z.boolean().optional().describe("The fee that the offer names, if it names one (taxdome §4)"),
});

export const linkDeclineBody = z.strictObject({
  version,
  leave: z.boolean().optional().describe("Not only this offer, but the place on the list"),
});

export const linkChangeBody = z.strictObject({ version, start: instant, host: id.optional() });

/** What staff say when they act: the reason stands in the audit. */
const staffAction = {
  version: version.optional(),
  reason: z.string().trim().min(1).max(1_000).optional(),
  onBehalfOf: z
    .literal("customer")
    .optional()
    .describe("On the customer's word: then the notice counts as the customer's own"),
};

export const staffCancelBody = z.strictObject(staffAction);

export const staffChangeBody = z.strictObject({ ...staffAction, start: instant, host: id.optional() });
