import * as z from "zod";
import { duration, parseDuration } from "#core/time.ts";
import { channels, languages } from "./vocabulary.ts";

/** Where a rule comes from: the clause of the company's own text, and why, where the text leaves it open, we chose it. */
const rule = {
  clause: z.string().min(1).describe("Clause of the published policy, such as §3"),
  ours: z.string().min(1).optional().describe("Why this figure is ours, where the text gives none"),
};

const exact = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, {
    error: "write a duration in hours, minutes or seconds, such as PT48H or PT30M (days are not exact)",
    // The reminders are compared with one another afterwards, which only real durations can be.
    abort: true,
  })
  .describe("ISO 8601 duration in hours, minutes and seconds");

const zone = z
  .string()
  .refine((name) => isTimeZone(name), { error: "write an IANA time zone, such as Europe/Amsterdam" })
  .describe("IANA time zone");

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name.includes("/") || name === "UTC";
  } catch {
    return false;
  }
};

const id = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, "write lower-case letters, digits and hyphens");
const language = z.enum(languages);
const inEachLanguage = z.strictObject({ nl: z.string(), es: z.string(), de: z.string(), en: z.string() });
const mailbox = z.email("write an e-mail address");

/** `09:00-17:30`, local wall time of the host; `24:00` ends a day. */
const opening = z
  .string()
  .regex(/^([01]\d|2[0-3]):(00|15|30|45)-(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/, {
    error: "write opening hours in quarters, such as 09:00-17:30",
    abort: true,
  })
  .refine((span) => span.slice(0, 5) < span.slice(6), { error: "opening hours must end after they begin" });

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof days)[number];

const week = z.partialRecord(z.enum(days), z.array(opening));

const host = z.strictObject({
  id,
  name: z.string().min(1),
  email: mailbox,
  timeZone: zone,
  hours: week,
  ...rule,
});

const sessionType = z.strictObject({
  id,
  name: inEachLanguage,
  minutes: z.int().min(15).max(480).multipleOf(15),
  hosts: z.array(id).min(1),
  ...rule,
});

const reminder = z.strictObject({
  channel: z.enum(channels),
  before: exact,
  sendFor: exact.describe("How long after its moment a delayed reminder may still go out"),
  ...rule,
});

const booking = z.strictObject({
  leadTime: exact.describe("A session can be booked up to this long before it starts"),
  horizonDays: z
    .int()
    .min(1)
    .max(300)
    .describe("Calendar days ahead that can be booked; an execution lives a year at most"),
  stepMinutes: z.int().min(15).max(240).multipleOf(15),
  ...rule,
});

const appointments = z
  .strictObject({
    confirmation: z.strictObject({ within: exact, ...rule }),
    reminders: z.array(reminder).max(6),
    notice: z.strictObject({ atLeast: exact, ...rule }),
    booking,
    hosts: z.array(host).min(1),
    sessionTypes: z.array(sessionType).min(1),
  })
  .superRefine((policy, context) => {
    const say = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    checkIds(policy, say);
    checkHosts(policy, say);
    checkReminders(policy.reminders, say);
  });

type Say = (message: string, path: (string | number)[]) => void;

/** Bookings, cells and links name hosts and session types by id alone. */
const checkIds = (policy: { hosts: { id: string }[]; sessionTypes: { id: string }[] }, say: Say): void => {
  for (const key of ["hosts", "sessionTypes"] as const)
    policy[key].forEach(({ id }, at) => {
      if (policy[key].findIndex((each) => each.id === id) < at)
        say(`"${id}" stands here a second time: give it an id of its own`, [key, at, "id"]);
    });
};

const checkHosts = (
  policy: { hosts: { id: string }[]; sessionTypes: { hosts: string[] }[] },
  say: Say,
): void => {
  const known = new Set(policy.hosts.map((each) => each.id));
  policy.sessionTypes.forEach((type, at) =>
    type.hosts.forEach((name, place) => {
      if (!known.has(name))
        say(`no host "${name}" under hosts: add it, or name another`, ["sessionTypes", at, "hosts", place]);
    }),
  );
};

/** A delayed reminder that went out after the next one would tell the customer something that is no longer so. */
const checkReminders = (reminders: z.infer<typeof reminder>[], say: Say): void =>
  reminders.forEach((each, at) => {
    const next = reminders[at + 1];
    if (next !== undefined && duration(next.before) >= duration(each.before))
      say("reminders stand in the order they go out, the earliest first", ["reminders", at + 1, "before"]);
    else if (duration(each.sendFor) >= duration(each.before) - duration(next?.before ?? "PT0S"))
      say("must end before the next reminder, or the session: shorten it", ["reminders", at, "sendFor"]);
  });

export const policyShape = z.strictObject({
  $schema: z.string().optional(),
  pack: id,
  company: z.string().min(1),
  timeZone: zone,
  languages: z.array(language).min(1).describe("The first is used where a customer names none"),
  terms: z.strictObject({
    version: z.string().min(1),
    url: z.url({ protocol: /^https$/, error: "write an https address" }),
    ...rule,
  }),
  mailboxes: z.strictObject({
    complaints: mailbox.optional(),
    support: mailbox.optional(),
    sales: mailbox.optional(),
  }),
  appointments: appointments.optional(),
});

export type Policy = z.infer<typeof policyShape>;
export type AppointmentPolicy = NonNullable<Policy["appointments"]>;
export type Reminder = AppointmentPolicy["reminders"][number];
export type Host = AppointmentPolicy["hosts"][number];
export type SessionType = AppointmentPolicy["sessionTypes"][number];
