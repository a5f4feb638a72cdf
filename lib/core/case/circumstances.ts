import type { CalendarDate } from "#core/calendar.ts";
import type { Account } from "#core/customer/account.ts";
import { entitlementOf } from "#core/customer/entitlement.ts";
import { type CaseMailbox, withoutAddress } from "#core/policy/case-words.ts";
import type { CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import { type Circumstances, meets } from "#core/policy/milestone-condition.ts";
import type { Policy } from "#core/policy/shape.ts";

/** The kind with the milestones that a case in these circumstances has. */
export const applicable = (kind: CaseKindPolicy, circumstances: Circumstances): CaseKindPolicy => ({
  ...kind,
  milestones: kind.milestones.filter(({ when }) => when === undefined || meets(when, circumstances)),
});

/** What the customer's licence grants on the day of receipt, as far as milestones ask for it. */
export const entitledTo = (
  policy: Pick<Policy, "access" | "appointments">,
  account: Account | undefined,
  today: CalendarDate,
): Circumstances["entitled"] => {
  const { channels, licence } = entitlementOf(policy, account, today);
  return { inbox: channels.includes("inbox"), ...(licence !== undefined && { licence }) };
};

/**
 * The mailbox under which a case is logged (expandit, "Regeln bei Beschwerden"): where it came in, else that of the team
 * that takes its topic up, else the first of the kind. Under none where the kind is logged under none; one without an
 * address only where the kind promises something about it.
 */
export const mailboxOf = (
  { mailboxes, cases }: Pick<Policy, "mailboxes"> & { readonly cases: CasePolicy },
  kind: CaseKindPolicy,
  team: string,
  cameIn: CaseMailbox | undefined,
): CaseMailbox | undefined => {
  const { loggedUnder = [], milestones } = kind;
  if (
    cameIn !== undefined &&
    withoutAddress(cameIn) &&
    milestones.some(({ when }) => when?.mailboxes?.includes(cameIn))
  )
    return cameIn;
  const address = cases.teams.find(({ id }) => id === team)?.email;
  return (
    loggedUnder.find((name) => name === cameIn) ??
    loggedUnder.find((name) => mailboxes[name] === address) ??
    loggedUnder[0]
  );
};

/** Where customers write to about a case: the mailbox under which it is logged, else where the company hears complaints. */
export const mailboxAddress = (
  { mailboxes }: Pick<Policy, "mailboxes">,
  { mailbox }: Circumstances,
): string | undefined =>
  (mailbox === undefined || withoutAddress(mailbox) ? undefined : mailboxes[mailbox]) ??
  mailboxes.complaints ??
  mailboxes.support;

/** The name that mail about a case comes from: the company's, with the team's whose mailbox it is. */
export const senderName = (
  policy: Pick<Policy, "company" | "mailboxes" | "cases">,
  { mailbox }: Circumstances,
): string => {
  const { company, cases } = policy;
  const team = cases && teamAt({ ...policy, cases }, mailbox);
  const name = cases?.teams.find(({ id }) => id === team)?.name;
  return name === undefined ? company : `${company} ${name}`;
};

/** The team whose address a mailbox has: it takes up what comes in there and names no topic. */
export const teamAt = (
  { mailboxes, cases }: Pick<Policy, "mailboxes"> & { readonly cases: CasePolicy },
  cameIn: CaseMailbox | undefined,
): string | undefined => {
  const address = cameIn === undefined || withoutAddress(cameIn) ? undefined : mailboxes[cameIn];
  return address === undefined ? undefined : cases.teams.find(({ email }) => email === address)?.id;
};
