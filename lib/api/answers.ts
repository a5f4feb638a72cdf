import * as z from "zod";
import { languages } from "#core/policy/vocabulary.ts";
import { accessAnswers } from "./access-answers.ts";
import { articleAnswers } from "./article-schemas.ts";
import { attendanceAnswers, attended } from "./attendance-answers.ts";
import { auditAnswers } from "./audit-schemas.ts";
import { caseAnswers } from "./case-answers.ts";
import { contactAnswers } from "./contact-schemas.ts";
import { deskAnswers } from "./desk-answers.ts";
import { ledgerAnswers } from "./ledger-schemas.ts";
import { mailboxAnswers } from "./mailbox-answers.ts";
import { personalAnswers } from "./personal-answers.ts";
import { problemShape } from "./problem-shape.ts";
import { quarantineAnswers } from "./quarantine-schemas.ts";
import { relationAnswers } from "./relation-schemas.ts";
import { standingAnswers } from "./standing-answers.ts";
import { waitingAnswers } from "./waiting-answers.ts";

/** Always UTC with milliseconds, `2026-12-01T09:00:00.000Z`. */
const instant = z.string().meta({ format: "date-time" });
const language = z.enum(languages);
const inEachLanguage = z.strictObject({ nl: z.string(), es: z.string(), de: z.string(), en: z.string() });
const code = z.string().describe("Seven characters that people can read out");
const version = z.int().positive().describe("Grows with every change; buttons name the one that they show");

const about = z.strictObject({
  company: z.string(),
  languages: z.array(language).min(1).describe("The first is used where a customer names none"),
  terms: z.strictObject({ version: z.string(), url: z.url() }),
  mailboxes: z.strictObject({
    complaints: z.email().optional(),
    support: z.email().optional(),
    sales: z.email().optional(),
  }),
});

const sessionTypes = z.strictObject({
  sessionTypes: z.array(
    z.strictObject({ id: z.string(), name: inEachLanguage, minutes: z.int().positive() }),
  ),
});

const customerRules = z.strictObject({
  earliest: instant.describe("The first start that can be booked now"),
  end: instant.describe("No start is given at or after this"),
  notice: z
    .string()
    .describe("ISO 8601; a change or cancellation later than that before the start counts as a no-show"),
  inTimeFrom: instant.describe("Starts before this are nearer than the notice now"),
  noShow: z
    .strictObject({
      window: z.string().describe("ISO 8601, in months, from one no-show to a second"),
      notBefore: z.string().optional().describe("How long after the second no session can start"),
      fee: z.strictObject({ amount: z.string(), currency: z.string() }).optional(),
    })
    .optional()
    .describe("What a second no-show brings; absent where nothing follows"),
  waitingList: z.boolean(),
});

const slot = z.strictObject({ start: instant, end: instant, host: z.string() });

const slots = z.strictObject({
  slots: z.array(slot).describe("By start, then host. One may be gone by the time it is booked"),
});

const booked = z.strictObject({
  id: z.string(),
  code,
  version,
  status: z.literal("booked"),
  start: instant,
  end: instant,
  host: z.string(),
  link: z.string().describe("The customer's token, for the header Kept-Link and the page /link#TOKEN"),
});

const notice = z.enum(["in-time", "late"]);

/** What a customer and staff see alike. */
const appointment = {
  pack: z.string(),
  purpose: z.literal("appointment"),
  version,
  status: z.enum(["booked", "cancelled", "ended"]),
  actions: z.array(z.enum(["confirm", "change", "cancel"])).describe("What can be done at this moment"),
  company: z.string(),
  language,
  timeZone: z.string().describe("IANA time zone in which the customer reads times"),
  appointment: z.strictObject({
    code,
    start: instant,
    end: instant,
    sessionType: z.string(),
    sessionName: z.string(),
    host: z.string(),
    hostName: z.string(),
  }),
  notice: z
    .strictObject({
      atLeast: z.string().describe("ISO 8601 duration"),
      until: instant.describe("The last moment that is in time"),
      now: notice.describe("What a change at this moment would count as"),
    })
    .optional(),
  terms: z.strictObject({ version: z.string(), url: z.url() }),
};

const linkAppointment = z.strictObject({
  ...appointment,
  calendar: z.string().optional().describe("The .ics file of the session as it stands"),
  bookAgain: z.url().describe("Where another session is booked"),
});

const promise = z.looseObject({
  kind: z.string(),
  channel: z.enum(["email", "sms"]),
  opens: instant,
  due: instant,
  sendUntil: instant,
  state: z.enum(["open", "kept", "late", "skipped", "failed", "unknown", "void"]),
  at: instant.optional(),
  evidence: z.string().optional(),
  reason: z.string().optional(),
});

const staffAppointment = z.strictObject({
  ...appointment,
  ...attended,
  id: z.string(),
  customer: z.strictObject({
    name: z.string(),
    email: z.string(),
    phone: z.string().optional(),
    account: z.string().optional(),
    region: z.string().optional(),
  }),
  promises: z.record(z.string(), promise),
  revision: z
    .looseObject({
      action: z.enum(["changed", "cancelled"]),
      wish: z.enum(["customer", "staff"]),
      notice,
      at: instant,
      from: z.looseObject({ host: z.string(), start: instant, end: instant }),
    })
    .optional()
    .describe("How this version came about; absent at the first"),
});

const description = z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) });

/** What the API answers with, by the name that its description gives it. Unknown fields are refused there too. */
export const answers = {
  ...accessAnswers,
  ...articleAnswers,
  ...standingAnswers,
  ...attendanceAnswers,
  ...contactAnswers,
  ...ledgerAnswers,
  ...personalAnswers,
  ...quarantineAnswers,
  ...caseAnswers,
  ...auditAnswers,
  ...mailboxAnswers,
  ...relationAnswers,
  ...deskAnswers,
  About: about,
  SessionTypes: sessionTypes,
  CustomerRules: customerRules,
  Slots: slots,
  Booked: booked,
  Appointment: linkAppointment,
  ...waitingAnswers,
  Link: z.union([linkAppointment, waitingAnswers.WaitingPlace, attendanceAnswers.Feedback, caseAnswers.Case]),
  Accepted: z.union([waitingAnswers.WaitingPlace, caseAnswers.Case]),
  StaffAppointment: staffAppointment,
  Description: description,
  Problem: problemShape,
} as const;
