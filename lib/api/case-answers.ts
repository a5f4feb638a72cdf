import * as z from "zod";
import { caseKinds } from "#core/policy/case-kinds.ts";
import { caseMailboxes, systemIds } from "#core/policy/case-words.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { clarifying, costs } from "./cost-answers.ts";
import { caseRow, listedCase, caseNumber as number, caseStatus as status } from "./listed-case.ts";

/** Always UTC with milliseconds, `2026-12-01T09:00:00.000Z`. */
const instant = z.string().meta({ format: "date-time" });
const kind = z.enum(caseKinds);
const name = z.string().describe("As the machine's state is named");

const registered = z.strictObject({
  id: number,
  number,
  kind,
  milestones: z.array(
    z.strictObject({ name, due: instant.optional().describe("Absent before it has a date") }),
  ),
  link: z.string().describe("The customer's token, for the header Kept-Link and the page /link#TOKEN"),
});

const milestone = z.strictObject({
  name,
  due: instant.optional(),
  state: z
    .enum(["open", "warned", "kept", "broken", "late", "extended", "void"])
    .describe("broken: due passed, still owed; late: done after that"),
  at: instant.optional(),
  why: z.string().optional().describe("How the date was counted"),
});

const timeline = z.array(
  z.strictObject({
    at: instant,
    actor: z.string(),
    action: z.string(),
    reason: z.string().optional(),
    words: z.looseObject({}).optional(),
  }),
);

const file = z.strictObject({
  name: z.string(),
  type: z.string(),
  size: z.int().nonnegative().describe("In bytes"),
  digest: z.string().describe("SHA-256, in hex"),
});

const mail = z.strictObject({
  at: instant.describe("When it arrived, or was sent"),
  direction: z.enum(["in", "out"]),
  id: z.string().describe("In: the mail's; out: the promise that it keeps"),
  who: z
    .string()
    .optional()
    .describe("In: who it says that it is from; out: who got it. Absent where it was erased"),
  as: z.enum(["customer", "host", "thirdParty"]).optional().describe("In: for whom its way here speaks"),
  meant: z.string().optional().describe("In: what it was taken for"),
  anotherAddress: z.literal(true).optional().describe("In: not from the address that is known"),
  proven: z.boolean().optional().describe("In: whether the sender is who they say (DMARC)"),
  subject: z.string().optional(),
  files: z.array(file).optional(),
  maybeAbout: z.string().optional().describe("In: what it may belong to, without proof"),
  kind: z.string().optional(),
  state: z.enum(["claimed", "sent", "failed", "unknown", "bounced"]).optional(),
});

const elsewhere = z
  .array(
    z.strictObject({
      system: z.enum(systemIds),
      standing: z.string().optional().describe("As it was last told; absent before it is registered there"),
      reference: z.string().optional().describe("What it is called there, INC0010023 say"),
      told: z.array(z.strictObject({ what: z.enum(["register", "update", "close", "reopen"]), at: instant })),
      trouble: z.strictObject({ since: instant, reason: z.string() }).optional(),
      givenUpAt: instant.optional().describe("Nothing is tried any more, until a person has done the task"),
    }),
  )
  .optional()
  .describe("Other systems that are told of it");

const staffCase = z.strictObject({
  ...caseRow,
  topic: z.string().optional(),
  kindBy: z.string().optional().describe("Whoever chose the kind, or the id of the rule that did"),
  kindReason: z.string().optional().describe("Why that rule chose it"),
  channel: z.string(),
  mailbox: z.enum(caseMailboxes).optional().describe("Under which it is logged"),
  question: z.string().optional().describe("Of a call: which row of the matrix of contacts"),
  passesOn: instant
    .optional()
    .describe("When the call passes to its second contact, if nobody does anything"),
  receivedAt: instant,
  registeredAt: instant,
  completeAt: instant.optional(),
  customer: z.looseObject({ name: z.string(), email: z.string() }),
  fields: z.record(z.string(), z.string()),
  missing: z.array(z.string()),
  language: z.enum(languages),
  escalatedTo: z.string().optional(),
  closesAt: instant.optional(),
  satisfied: z.boolean().optional(),
  costs,
  clarifying,
  milestones: z.array(milestone),
  earlier: z.array(z.strictObject({ kind, milestones: z.array(milestone) })),
  timeline,
  mails: z.array(mail).describe("Every mail in and out, the oldest first"),
  execution: z
    .string()
    .describe("What watches over it in Step Functions, `machine:name`, the stage left out"),
  elsewhere,
});

const linkCase = z.strictObject({
  pack: z.string(),
  purpose: z.literal("case"),
  version: z.literal(1),
  status,
  actions: z
    .array(z.enum(["answer", "escalate", "accept", "decline", "satisfaction"]))
    .describe("What can be done at this moment"),
  language: z.enum(languages),
  timeZone: z.string(),
  company: z.string(),
  number,
  kind,
  topic: z.string().optional(),
  team: z.string().optional(),
  receivedAt: instant,
  missing: z.array(z.string()),
  questions: z
    .array(z.strictObject({ askedAt: instant, text: z.string() }))
    .describe("What the customer was asked, and has not answered"),
  costs,
  files: z
    .array(
      z.strictObject({ at: instant, name: z.string(), size: z.int().nonnegative().describe("In bytes") }),
    )
    .describe("What the customer has sent by mail, the oldest first"),
  replyTo: z
    .string()
    .describe("The case's own address for this customer: mail sent to it comes onto the case"),
  closesAt: instant.optional(),
  satisfied: z.boolean().optional(),
  milestones: z.array(
    z.strictObject({
      name: z.string().describe("In the customer's language"),
      due: instant.optional(),
      paused: z.literal(true).optional(),
      state: z.enum(["open", "kept", "broken", "late", "extended"]),
      why: z.string().optional(),
    }),
  ),
});

/** What the API answers about cases. */
export const caseAnswers = {
  Registered: registered,
  CaseList: z.strictObject({ cases: z.array(listedCase) }),
  StaffCase: staffCase,
  Case: linkCase,
} as const;
