import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import type { Circumstances } from "#core/policy/milestone-condition.ts";
import type { Instant } from "#core/time.ts";
import { type Case, caseKey } from "./case.ts";
import { applicable, mailboxOf, teamAt } from "./circumstances.ts";
import { deadline } from "./deadline.ts";
import { placed } from "./intake.ts";
import { firstMilestones } from "./keep.ts";
import type { CaseRequest, IntakeRules } from "./register.ts";
import type { InformationRequest } from "./request.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** The kind that was chosen for it, and by whom or what. */
export interface Chosen {
  readonly name: CaseKind;
  readonly kind: CaseKindPolicy;
  readonly cases: CasePolicy;
  readonly by: string;
}

interface Received {
  readonly number: string;
  readonly receivedAt: Instant;
  readonly now: Instant;
}

/** The case as it is registered, before anything is owed. */
export const newCase = (
  { policy, policyVersion, calendar, holidays, entitled, taken }: IntakeRules,
  { topic, fields, customer, language, channel, mailbox: cameIn, handler }: CaseRequest,
  { name, kind, cases, by }: Chosen,
  { number, receivedAt, now }: Received,
): Case => {
  const company = { ...policy, cases };
  const { team, missing } = placed(kind, topic, fields, teamAt(company, cameIn));
  const to = withWhom(team, taken, handler);
  const circumstances = circumstancesOf(mailboxOf(company, kind, to.team, cameIn), entitled);
  const completeAt = missing.length === 0 ? receivedAt : undefined;
  const requests = missing.length === 0 ? [] : askedFor(kind, now, calendar);
  return {
    ...caseKey(policy.pack, number),
    type: "case",
    pack: policy.pack,
    number,
    kind: name,
    kindBy: by,
    ...(topic !== undefined && { topic }),
    version: 1,
    rev: 0,
    run: 0,
    runSince: now,
    beat: 0,
    status: requests.length === 0 ? "open" : "waiting",
    channel,
    receivedAt,
    registeredAt: now,
    ...(completeAt !== undefined && { completeAt }),
    customer: { ...customer, region: customer.region ?? policy.holidays?.region ?? "" },
    language,
    fields,
    missing,
    ...to,
    ...circumstances,
    milestones: firstMilestones(applicable(kind, circumstances), receivedAt, completeAt, calendar),
    requests,
    ...(cases.systems && { elsewhere: cases.systems.map(({ id }) => id) }),
    policy: policyVersion,
    holidays,
    promises: {},
  };
};

/** A call is with whoever the matrix names, a mail to one of the staff with them, all else with a team. */
const withWhom = (
  team: string,
  taken: IntakeRules["taken"],
  handler: CaseRequest["handler"],
): Pick<Case, "team"> & Partial<Pick<Case, "handler" | "call">> =>
  taken?.to ?? { team, ...(handler !== undefined && { handler }) };

const circumstancesOf = (
  mailbox: Circumstances["mailbox"],
  entitled: Circumstances["entitled"],
): Circumstances => ({
  ...(mailbox !== undefined && { mailbox }),
  ...(entitled !== undefined && { entitled }),
});

/** The receipt names what is missing; the policy says how often a silent customer hears of it again. */
const askedFor = (
  { requests: rule }: CaseKindPolicy,
  now: Instant,
  calendar: WorkCalendar,
): InformationRequest[] =>
  rule === undefined
    ? []
    : [
        {
          entry: 1,
          of: "customer",
          askedAt: now,
          remindAt: rule.reminders.map((span) => deadline(span, now, calendar).due),
          reminded: 0,
          silentAt: deadline(rule.silentAfter, now, calendar).due,
        },
      ];
