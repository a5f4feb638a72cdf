import * as z from "zod";
import { absence } from "./absence.ts";
import { access } from "./access.ts";
import { appointments } from "./appointments.ts";
import { type ArticlePolicy, articles } from "./articles.ts";
import { kindsOf } from "./case-kinds.ts";
import { cases } from "./cases.ts";
import { checkConditions } from "./check-conditions.ts";
import { steadyContact } from "./contact.ts";
import { checkContacts, contacts } from "./contacts.ts";
import { id, language, mailbox, rule, zone } from "./fields.ts";
import { companyDays } from "./host.ts";
import { incomingMail } from "./incoming-mail.ts";

export const policyShape = z
  .strictObject({
    $schema: z.string().optional(),
    pack: id.max(24, "write 24 letters at most: it stands in reply addresses"),
    company: z.string().min(1),
    timeZone: zone,
    languages: z
      .array(language)
      .min(1, { abort: true })
      .describe("The first is used where a customer names none"),
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
    holidays: companyDays.optional(),
    access: access.optional(),
    conduct: z
      .strictObject(rule)
      .optional()
      .describe("The clause that lets the company restrict support; without one nobody is judged"),
    mail: incomingMail.optional().describe("Left out: five automatic answers for each address and day"),
    appointments: appointments.optional(),
    cases: cases.optional(),
    contacts: contacts.optional(),
    absence: absence.optional(),
    steadyContact: steadyContact.optional(),
    articles: articles.optional(),
  })
  .superRefine(({ mailboxes, cases: handled }, context) => checkMailboxes(mailboxes, handled, context))
  .superRefine(({ contacts: asked, cases: handled }, context) =>
    checkContacts(asked, handled?.teams ?? [], context),
  )
  .superRefine(({ articles: asked, cases: handled }, context) => checkKeepers(asked, handled, context))
  .superRefine(({ access: who, appointments: offered }, context) => checkGranted(who, offered, context))
  .superRefine(({ access: who, cases: handled }, context) =>
    checkConditions(handled?.kinds ?? {}, who, context),
  )
  .superRefine(({ languages, appointments: { hosts = [] } = {} }, context) =>
    hosts.forEach((host, at) =>
      host.languages?.forEach((spoken, place) => {
        if (!languages.includes(spoken))
          context.addIssue({
            code: "custom",
            message: `the company does not write "${spoken}": add it to its languages, or take it away here`,
            path: ["appointments", "hosts", at, "languages", place],
          });
      }),
    ),
  );

/** A session type that nobody offers would be granted in vain: most likely it is misspelt. */
function checkGranted(
  who: z.infer<typeof access> | undefined,
  offered: z.infer<typeof appointments> | undefined,
  context: z.core.$RefinementCtx,
): void {
  if (offered === undefined) return;
  const known = new Set(offered.sessionTypes.map((type) => type.id));
  const check = (named: readonly string[] = [], path: (string | number)[]) =>
    named.forEach((name, at) => {
      if (!known.has(name))
        context.addIssue({
          code: "custom",
          message: `no session type "${name}" under appointments: add it, or name another`,
          path: ["access", ...path, "sessionTypes", at],
        });
    });
  check(who?.withoutAccount.sessionTypes, ["withoutAccount"]);
  who?.tiers.forEach((each, at) => check(each.sessionTypes, ["tiers", at]));
}

/** Whatever is logged under a mailbox is answered from it. */
function checkMailboxes(
  mailboxes: { readonly [name in "complaints" | "support" | "sales"]?: string | undefined },
  handled: z.infer<typeof cases> | undefined,
  context: z.core.$RefinementCtx,
): void {
  for (const [kind, { loggedUnder = [] }] of handled === undefined ? [] : kindsOf(handled))
    loggedUnder.forEach((name, at) => {
      if (mailboxes[name] === undefined)
        context.addIssue({
          code: "custom",
          message: `the company has no mailbox "${name}": add its address under mailboxes`,
          path: ["cases", "kinds", kind, "loggedUnder", at],
        });
    });
}

/** What readers miss would reach nobody. */
function checkKeepers(
  asked: ArticlePolicy | undefined,
  handled: z.infer<typeof cases> | undefined,
  context: z.core.$RefinementCtx,
): void {
  if (asked === undefined) return;
  const teams = new Set((handled?.teams ?? []).map(({ id: team }) => team));
  const check = (team: string, path: (string | number)[]) => {
    if (!teams.has(team))
      context.addIssue({
        code: "custom",
        message: `no team "${team}" under cases: add it, or name another`,
        path: ["articles", ...path, "keeper"],
      });
  };
  check(asked.keeper, []);
  asked.kept?.forEach(({ keeper }, at) => check(keeper, ["kept", at]));
}

export type Policy = z.infer<typeof policyShape>;
export type CompanyDays = NonNullable<Policy["holidays"]>;
export type AppointmentPolicy = NonNullable<Policy["appointments"]>;
export type AttendancePolicy = NonNullable<AppointmentPolicy["attendance"]>;
export type InterruptionPolicy = NonNullable<AppointmentPolicy["interruption"]>;
export type NoShowPolicy = NonNullable<AppointmentPolicy["noShow"]>;
export type Reminder = AppointmentPolicy["reminders"][number];
export type Host = AppointmentPolicy["hosts"][number];
export type SessionType = AppointmentPolicy["sessionTypes"][number];
export type AccessPolicy = NonNullable<Policy["access"]>;
export type Tier = AccessPolicy["tiers"][number];
export type TokenIssuer = NonNullable<AppointmentPolicy["booking"]["issuers"]>[number];
