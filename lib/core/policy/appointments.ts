import * as z from "zod";
import { duration } from "#core/time.ts";
import { attendance, interruption } from "./attendance.ts";
import { exact, id, inEachLanguage, rule } from "./fields.ts";
import { host } from "./host.ts";
import { noShow } from "./no-show.ts";
import { channels } from "./vocabulary.ts";

const quarters = z.int().min(0).max(120).multipleOf(15);

const sessionType = z.strictObject({
  id,
  name: inEachLanguage,
  minutes: z.int().min(15).max(480).multipleOf(15),
  bufferMinutes: z
    .strictObject({ before: quarters, after: quarters })
    .optional()
    .describe("Time of the host around a session in which no other session may run"),
  hosts: z.array(id).min(1),
  ...rule,
});

const reminder = z.strictObject({
  channel: z.enum(channels),
  before: exact,
  sendFor: exact.describe("How long after its moment a delayed reminder may still go out"),
  ...rule,
});

/** Keys in clear text could be anybody's; only this machine may be asked without TLS, for trying things out. */
const keysAddress = z.url().refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url), {
  error: "write an https address",
});

const tokenIssuer = z.strictObject({
  issuer: z.string().min(1).describe("As it stands in the token's iss"),
  jwks: keysAddress.describe("Where its public keys are"),
  audience: z.string().min(1).describe("As it stands in the token's aud: that the token is meant for this"),
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
  limits: z
    .strictObject({
      open: z.int().min(1).describe("Sessions of one address that are still to come"),
      perAddressPerDay: z.int().min(1).describe("Bookings made for one address within 24 hours"),
      perNetworkPerHour: z.int().min(1).describe("Bookings made from one network address within an hour"),
    })
    .optional()
    .describe("Against floods; they count bookings that were made, never attempts"),
  issuers: z
    .array(tokenIssuer)
    .optional()
    .describe("The company's own sites, which sign who is booking; without one all bookings are open"),
  ...rule,
});

const waitingList = z
  .strictObject({
    groupSize: z.int().min(1).max(50).describe("How many are asked at once; the first who accepts has it"),
    hold: exact.describe("How long a group may answer before the slot passes on"),
    cutOff: exact.describe("Nobody is asked later than this long before the start"),
    offersPerPersonPerDay: z.int().min(1).describe("Offers made to one address within 24 hours"),
    entriesPerPerson: z.int().min(1).max(10).describe("Places of one address on the list"),
    ...rule,
  })
  .describe("A freed slot is offered to whoever waits for one like it, before others can book it");

export const appointments = z
  .strictObject({
    confirmation: z.strictObject({ within: exact, ...rule }),
    reminders: z.array(reminder).max(6),
    notice: z.strictObject({ atLeast: exact, ...rule }),
    noShow: noShow.optional().describe("Left out: nothing follows from a no-show"),
    attendance: attendance.optional().describe("Left out: nobody is asked who came"),
    interruption: interruption.optional().describe("Left out: staff may call it interrupted at any moment"),
    booking,
    waitingList: waitingList.optional(),
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
