import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { CaseKind, CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import type { CaseMailbox, Circumstances } from "#core/policy/milestone-condition.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { type Case, type CaseChannel, type Complainant, caseKey } from "./case.ts";
import { applicable, mailboxOf, teamAt } from "./circumstances.ts";
import { deadline } from "./deadline.ts";
import type { Decided } from "./decided.ts";
import { placed } from "./intake.ts";
import { firstMilestones } from "./keep.ts";
import type { InformationRequest } from "./request.ts";
import { triaged } from "./triage.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** What reached the company, after it was parsed. */
export interface CaseRequest {
  readonly kind?: CaseKind | undefined;
  readonly topic?: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly customer: Omit<Complainant, "region"> & { readonly region?: string };
  readonly language: Language;
  readonly channel: CaseChannel;
  /** Where it came in; left out: that of its topic's team, else the first of its kind. */
  readonly mailbox?: CaseMailbox | undefined;
  /** Left out: now. Deadlines count from it, also when nobody registered it for a while. */
  readonly receivedAt?: Instant | undefined;
  readonly actor: Actor;
  /** Held back where its address was answered often enough today: a person tells the customer then. */
  readonly receipt?: "held-back";
}

/** What it is registered by: the policy of the day. */
export interface IntakeRules {
  readonly policy: Policy;
  readonly policyVersion: string;
  readonly calendar: WorkCalendar;
  readonly holidays: string;
  /** What the customer's licence grants. */
  readonly entitled?: Circumstances["entitled"];
}

export type IntakeRefusal = Refusal<"no-cases" | "unknown-kind" | "unknown-topic" | "date-in-future">;

/** The case as it will stand: everything that can be registered is, and what is missing is asked for. */
export const register = (
  rules: IntakeRules,
  request: CaseRequest,
  number: string,
  now: Instant,
): Decided | IntakeRefusal => {
  const chosen = chosenKind(rules.policy, request);
  if ("refused" in chosen) return chosen;
  const receivedAt = request.receivedAt ?? now;
  if (receivedAt > now)
    return { refused: "date-in-future", detail: "It cannot have been received after now." };
  return {
    after: newCase(rules, request, chosen, { number, receivedAt, now }),
    actor: request.actor,
    action: "registered",
    tell: [
      ...(request.receipt === "held-back" ? [] : [{ kind: "registered" } as const]),
      { kind: "staff-case-assigned" },
    ],
    newRun: {},
  };
};

interface Chosen {
  readonly name: CaseKind;
  readonly kind: CaseKindPolicy;
  readonly cases: CasePolicy;
  readonly by: string;
}

const chosenKind = (
  { cases, company }: Policy,
  { kind: named, topic, fields, actor }: CaseRequest,
): Chosen | IntakeRefusal => {
  if (cases === undefined)
    return { refused: "no-cases", detail: `${company} takes no complaints or questions here.` };
  const by = actor === "customer" ? "customer" : "staff";
  const choice = named === undefined ? triaged(cases, Object.values(fields)) : { kind: named, by };
  const kind = choice && cases.kinds[choice.kind];
  if (choice === undefined || kind === undefined)
    return { refused: "unknown-kind", detail: `${company} handles nothing of that kind.` };
  if (topic !== undefined && !kind.topics?.some(({ id }) => id === topic))
    return { refused: "unknown-topic", detail: `No ${choice.kind} is about "${topic}".` };
  return { name: choice.kind, kind, cases, by: choice.by };
};

interface Received {
  readonly number: string;
  readonly receivedAt: Instant;
  readonly now: Instant;
}

const newCase = (
  { policy, policyVersion, calendar, holidays, entitled }: IntakeRules,
  { topic, fields, customer, language, channel, mailbox: cameIn }: CaseRequest,
  { name, kind, cases, by }: Chosen,
  { number, receivedAt, now }: Received,
): Case => {
  const { team, missing } = placed(kind, topic, fields, teamAt({ ...policy, cases }, cameIn));
  const mailbox = mailboxOf({ ...policy, cases }, kind, team, cameIn);
  const circumstances = { ...(mailbox !== undefined && { mailbox }), ...(entitled && { entitled }) };
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
    team,
    ...circumstances,
    milestones: firstMilestones(applicable(kind, circumstances), receivedAt, completeAt, calendar),
    requests,
    ...(policy.cases?.systems && { elsewhere: policy.cases.systems.map(({ id }) => id) }),
    policy: policyVersion,
    holidays,
    promises: {},
  };
};

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

/** What the API answers, and remembers: nothing personal; the link is made anew for each answer. */
export interface Registered {
  readonly id: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly milestones: readonly { readonly name: string; readonly due?: Instant }[];
}

export const registered = ({ number, kind, milestones }: Case, policy: Policy): Registered => {
  const names = planMilestones(policy.cases?.kinds[kind]?.milestones ?? []);
  return {
    id: number,
    number,
    kind,
    milestones: milestones.map(({ id, due }) => ({
      name: names.find((each) => each.id === id)?.name ?? id,
      ...(due !== undefined && { due }),
    })),
  };
};
