import type {
  AnsweredFields,
  PartyRequestFields,
  StaffCaseFields,
  StaffDueFields,
} from "#core/message/case-fields.ts";
import type { CaseMessageFields } from "#core/message/compose-case.ts";
import type { Instant } from "#core/time.ts";
import { awayFields } from "./away-fields.ts";
import { about, toCustomer } from "./customer-fields.ts";
import { deadline } from "./deadline.ts";
import type { CaseMailFacts } from "./mail-facts.ts";
import type { CaseMessageKind } from "./message-kind.ts";
import type { Milestone } from "./milestone.ts";
import { fieldNames, unfilled } from "./named.ts";
import { promiseFields } from "./owed-fields.ts";
import { toThirdParty } from "./reader.ts";

/**
 * What each kind of message says, from the case as it stands when the message goes out.
 * @throws Error when a promise lacks what its kind needs: a fault of ours.
 */
export const caseMessageFields: {
  readonly [Kind in CaseMessageKind]: (facts: CaseMailFacts) => CaseMessageFields[Kind];
} = {
  registered: (facts) => ({
    ...toCustomer(facts),
    missing: missing(facts),
    welcome: welcome(facts),
    acknowledgedBy: firstBy(facts, "acknowledge"),
    repliedBy: firstBy(facts, "reply"),
  }),
  acknowledged: (facts) => toCustomer(facts),
  updated: (facts) => toCustomer(facts),
  plan: (facts) => ({ ...toCustomer(facts), by: byThePlan(facts) }),
  answer: (facts) => answered(facts),
  "information-request": (facts) =>
    toThirdParty(facts.case, facts.promised)
      ? toParty(facts)
      : { ...toCustomer(facts), missing: missing(facts), ...asked(facts) },
  extended: (facts) => {
    const { moved } = facts.promised;
    if (moved === undefined) throw new Error(`${facts.case.number}: an extension has two dates`);
    return {
      ...toCustomer(facts),
      ...moved,
      promise: promiseFields(facts.rules.kind, milestoneOf(facts)),
      reason: facts.words.reason,
    };
  },
  "cost-notice": (facts) => ({
    ...toCustomer(facts),
    ...asked(facts),
    cost: facts.words.cost,
    acceptUrl: showing(facts.url, "accept"),
    declineUrl: showing(facts.url, "decline"),
  }),
  pointer: (facts) => ({ ...toCustomer(facts), shared: sharedMailbox(facts) }),
  "out-of-office": awayFields,
  resolved: (facts) => answered(facts),
  declined: (facts) => {
    const { findings, reasons, next } = facts.words;
    return { ...answered(facts), findings, reasons, next };
  },
  escalated: (facts) => toCustomer(facts),
  closed: (facts) => ({ ...toCustomer(facts), until: opensUntil(facts) }),
  reopened: (facts) => toCustomer(facts),
  satisfaction: (facts) => ({
    ...toCustomer(facts),
    satisfiedUrl: showing(facts.url, "satisfied"),
    notSatisfiedUrl: showing(facts.url, "not-satisfied"),
  }),
  "staff-case-assigned": (facts) => toStaff(facts),
  "staff-case-customer": (facts) => ({ ...toStaff(facts), about: facts.promised.about ?? "wrote" }),
  "staff-case-warning": (facts) => dueOf(facts),
  "staff-case-missed": (facts) => {
    const { to } = facts.promised;
    return { ...dueOf(facts), to: to === undefined || typeof to === "object" ? "handler" : to };
  },
  "staff-case-escalated": (facts) => toStaff(facts),
};

/** Neither who the customer is nor what they said: only what staff ask. */
const toParty = (facts: CaseMailFacts): PartyRequestFields => ({
  company: facts.rules.policy.company,
  number: facts.case.number,
  partyName: facts.reader.name,
  text: facts.words.text,
  timeZone: facts.rules.policy.timeZone,
  ...asked(facts),
});

const toStaff = (facts: CaseMailFacts): StaffCaseFields => ({ ...about(facts), reader: facts.reader.name });

const missing = ({ rules, case: it, reader }: CaseMailFacts): string[] =>
  fieldNames(rules.kind, it, reader.language)
    .filter(({ id }) => it.missing.includes(id))
    .map(({ name }) => name);

/** Whoever came by the portal has seen these, and left them out; whoever wrote a mail has not. */
const welcome = ({ rules, case: it, reader }: CaseMailFacts): string[] =>
  it.channel === "mail"
    ? unfilled(rules.kind, it)
        .filter(({ required }) => !required)
        .map(({ name }) => name[reader.language])
    : [];

/** None where that date has passed before anybody registered it: nobody is promised what was. */
const firstBy = ({ case: it, now }: CaseMailFacts, wanted: "acknowledge" | "reply"): Instant | undefined =>
  it.milestones.find(({ action, due }) => action === wanted && due !== undefined && due > now)?.due;

/** The date that the plan named stands at whatever it keeps open. */
const byThePlan = ({ rules: { kind }, case: it }: CaseMailFacts): Instant | undefined =>
  it.milestones.find(({ id }) => kind.milestones.find((rule) => rule.id === id)?.due === "plan")?.due;

/** A reminder goes out after the question, and the question at the moment in which it is asked. */
const asked = ({ case: it, promised }: CaseMailFacts): { reminder: boolean; until?: Instant | undefined } => {
  const request = it.requests.find(({ entry }) => entry === promised.entry);
  return {
    reminder: request !== undefined && promised.opens > request.askedAt,
    until: request?.silentAt,
  };
};

const answered = (facts: CaseMailFacts): AnsweredFields => ({
  ...toCustomer(facts),
  closesAt: facts.case.closeAt,
  escalates: facts.rules.kind.escalation !== undefined,
});

const sharedMailbox = ({ rules: { policy }, promised, case: it }: CaseMailFacts): string => {
  const address = promised.pointsTo && policy.mailboxes[promised.pointsTo];
  if (address === undefined) throw new Error(`${it.number}: a pointer names a mailbox`);
  return address;
};

const opensUntil = ({ rules: { kind, calendar }, case: it }: CaseMailFacts): Instant | undefined =>
  kind.reopening === undefined || it.closedAt === undefined
    ? undefined
    : deadline(kind.reopening.within, it.closedAt, calendar).due;

const milestoneOf = ({ case: it, promised }: CaseMailFacts): Milestone => {
  const milestone = it.milestones.find(({ id }) => id === promised.milestone);
  if (milestone === undefined) throw new Error(`${it.number} has no milestone "${promised.milestone}"`);
  return milestone;
};

const dueOf = (facts: CaseMailFacts): StaffDueFields => {
  const milestone = milestoneOf(facts);
  if (milestone.due === undefined) throw new Error(`${facts.case.number}: "${milestone.id}" has no date`);
  return { ...toStaff(facts), promise: promiseFields(facts.rules.kind, milestone), due: milestone.due };
};

/** The page with an answer chosen; the token stays last, in the fragment. */
const showing = (page: string, show: string): string => {
  const url = new URL(page);
  url.searchParams.set("do", show);
  return url.href;
};
