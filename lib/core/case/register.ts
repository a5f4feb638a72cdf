import type { Actor } from "#core/change.ts";
import type { Taken } from "#core/contacts/call.ts";
import type { Refusal } from "#core/errors.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { CaseMailbox } from "#core/policy/case-words.ts";
import type { Circumstances } from "#core/policy/milestone-condition.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { type Case, type CaseChannel, type Complainant } from "./case.ts";
import type { Decided } from "./decided.ts";
import { type Chosen, newCase } from "./new-case.ts";
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
  /** Who has it from the beginning, where it was sent to one of the staff. */
  readonly handler?: string | undefined;
  /** Of a call: the id of a question of the matrix, which says who answers it. */
  readonly question?: string | undefined;
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
  /** Whom a call comes to at this moment. */
  readonly taken?: Taken | undefined;
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
    ...(rules.taken?.reason !== undefined && { reason: rules.taken.reason }),
    tell: [
      ...(request.receipt === "held-back" ? [] : [{ kind: "registered" } as const]),
      { kind: "staff-case-assigned" },
    ],
    newRun: {},
  };
};

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
