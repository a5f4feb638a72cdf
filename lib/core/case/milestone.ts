import type { Receiver } from "#core/policy/case-words.ts";
import type { MilestoneAction, MilestonePolicy } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import { type Deadline, deadline, whenOpen } from "./deadline.ts";
import { warningMoment } from "./warning.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Someone who is to hear of a missed milestone, and whether they have. */
export interface Escalation {
  readonly at: Instant;
  readonly to: Receiver;
  readonly told?: true;
}

/** A milestone once it has a date: fixed with it, whatever the policy or a table of holidays says later. */
export interface Dated {
  readonly due: Instant;
  readonly why: Deadline;
  readonly warnAt?: Instant;
  readonly warned?: true;
  readonly escalations: readonly Escalation[];
  /** Promised in strictly less time: at the very moment of `due` it is late. */
  readonly under?: true;
  /** Since when its time stands still; whoever was asked for information has the turn. */
  readonly pausedAt?: Instant;
  /** When it stood still before. */
  readonly stoodStill?: readonly { readonly from: Instant; readonly to: Instant }[];
}

interface Named {
  readonly id: string;
  readonly action: MilestoneAction;
}

/** What was promised of a case, and where it stands. Only one with a date can be warned of, missed or extended. */
export type Milestone = Named &
  (
    | { readonly state: "undated"; readonly due?: never }
    | (Dated & Owed)
    | (Dated & { readonly state: "kept" | "late"; readonly at: Instant })
    | { readonly state: "kept"; readonly at: Instant; readonly due?: never }
    | {
        readonly state: "void";
        readonly at: Instant;
        readonly reason: string;
        readonly due?: Instant;
        /** How it stood until then: should it be owed again, nobody hears twice of what they heard. */
        readonly was?: Dated & Owed;
      }
  );

interface Owed {
  readonly state: "open" | "warned" | "broken" | "extended";
}

/** A milestone whose count begins at `from`. */
export const dated = (policy: MilestonePolicy, from: Instant, calendar: WorkCalendar): Milestone => {
  const { id, action, due } = policy;
  if (due === "plan") return { id, action, state: "undated" };
  const dates = datesOf(policy, deadline(due.within, from, calendar), calendar);
  return { id, action, state: "open", ...dates, ...(due.under === true && { under: true as const }) };
};

/** The same with a date that people named: a plan's own, or the new one of an extension. */
export const datedAt = (policy: MilestonePolicy, due: Instant, now: Instant, calendar: WorkCalendar): Dated =>
  datesOf(policy, { due, from: now, span: { days: 0 }, skipped: [] }, calendar);

/** The same count with another end, because its time stood still. */
export const movedTo = (
  policy: MilestonePolicy,
  why: Deadline,
  due: Instant,
  calendar: WorkCalendar,
): Dated => datesOf(policy, { ...why, due }, calendar);

/** Whether what is done at that moment is in time. */
export const inTime = ({ due, under }: Pick<Dated, "due" | "under">, at: Instant): boolean =>
  under ? at < due : at <= due;

const datesOf = (policy: MilestonePolicy, why: Deadline, calendar: WorkCalendar): Dated => {
  const { warnBefore, escalate } = policy;
  const escalations = escalate.map(({ after, to }) => ({
    at: whenOpen(deadline(after, why.due, calendar).due, calendar),
    to,
  }));
  return {
    due: why.due,
    why,
    ...(warnBefore !== undefined && { warnAt: warningMoment(warnBefore, why.due, calendar) }),
    escalations,
  };
};
