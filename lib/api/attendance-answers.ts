import * as z from "zod";
import { outcomes } from "#core/appointment/attendance.ts";
import { languages } from "#core/policy/vocabulary.ts";

/* How sessions went, and what waits for a person. */

const instant = z.string().meta({ format: "date-time" });

const attendance = z
  .strictObject({
    outcome: z.enum([...outcomes, "not-recorded"]),
    at: instant,
    actor: z.string().describe("`staff:NAME`, or `kept` for not-recorded"),
    note: z.string().optional(),
  })
  .optional()
  .describe("Absent while staff are still asked");

const silentSince = instant.optional().describe("The customer of a session that runs is silent");

const feedback = z
  .strictObject({ rating: z.int().min(1).max(5), comment: z.string().optional(), at: instant })
  .optional()
  .describe("As the customer gave it last");

/** What staff see of a session that has begun, besides the appointment. */
export const attended = {
  attendance,
  silentSince,
  closesAt: instant.optional().describe("When it closes as not recorded"),
  feedback,
};

const status = z.enum(["booked", "cancelled", "ended"]);
const session = {
  code: z.string(),
  start: instant,
  end: instant,
  sessionType: z.string(),
  sessionName: z.string(),
  host: z.string(),
  hostName: z.string(),
};

const entry = z.strictObject({
  ...session,
  id: z.string(),
  version: z.int().positive(),
  status,
  customer: z.strictObject({ name: z.string(), email: z.string(), phone: z.string().optional() }),
  confirmedAt: instant.optional().describe("When the customer said that they will come"),
  attendance,
  silentSince,
});

const task = z.strictObject({
  id: z.string().describe("Stands in an address as it is"),
  what: z.string().describe("A stable word; the runbook has a section for each"),
  code: z.string(),
  version: z.int(),
  promise: z.string(),
  reason: z.string(),
  since: instant,
  due: instant.optional().describe("By when, where that was promised"),
  for: z.string().optional().describe("Whose it is, where it is one person's"),
  standIn: z.string().optional().describe("Who does it instead, while they are away"),
  done: z.strictObject({ by: z.string(), at: instant }).optional().describe("Taken off the list by hand"),
});

export const attendanceAnswers = {
  Tasks: z.strictObject({ tasks: z.array(task).describe("The oldest first") }),
  Task: task,
  Agenda: z.strictObject({
    date: z.string(),
    timeZone: z.string(),
    sessions: z.array(entry).describe("Those of all hosts that touch the day, by start, then host"),
  }),
  Feedback: z.strictObject({
    pack: z.string(),
    purpose: z.literal("feedback"),
    version: z.int().positive(),
    status,
    actions: z.array(z.literal("feedback")),
    company: z.string(),
    language: z.enum(languages),
    timeZone: z.string(),
    appointment: z.strictObject(session),
    feedback,
    terms: z.strictObject({ version: z.string(), url: z.url() }),
  }),
} as const;
