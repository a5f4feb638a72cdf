import * as z from "zod";
import { languages } from "#core/policy/vocabulary.ts";

/** Always UTC with milliseconds, `2026-12-01T09:00:00.000Z`. */
const instant = z.string().meta({ format: "date-time" });
const language = z.enum(languages);
const code = z.string().describe("Seven characters that people can read out");
const version = z.int().positive().describe("Grows with every change; buttons name the one that they show");

const waiting = z.strictObject({
  id: z.string(),
  code,
  version,
  status: z.literal("waiting"),
  sessionType: z.string(),
  from: z.string(),
  to: z.string(),
  ends: instant.describe("The place ends by itself then"),
  link: z.string().describe("The customer's token, for the header Kept-Link and the page /link#TOKEN"),
});

const session = { host: z.string(), hostName: z.string(), start: instant, end: instant };

const waitingPlace = z.strictObject({
  pack: z.string(),
  purpose: z.literal("offer"),
  version,
  status: z.enum(["waiting", "offered", "booked", "left", "ended"]),
  actions: z
    .array(z.enum(["accept", "decline", "leave"]))
    .describe("What can be done; leaving is declining so"),
  company: z.string(),
  language,
  timeZone: z.string().describe("IANA time zone in which the customer reads times"),
  waiting: z.strictObject({
    code,
    sessionType: z.string(),
    sessionName: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  offer: z
    .strictObject({
      ...session,
      until: instant.describe("Exactly then it passes on"),
      fee: z
        .strictObject({ amount: z.string(), currency: z.string() })
        .optional()
        .describe("What accepting it costs, after repeated no-shows"),
    })
    .optional(),
  appointment: z.strictObject({ ...session, code }).optional(),
  terms: z.strictObject({ version: z.string(), url: z.url() }),
});

/** What the API answers about the waiting list. */
export const waitingAnswers = { Waiting: waiting, WaitingPlace: waitingPlace } as const;
