import type { CaseKindPolicy, MilestoneAction, MilestonePolicy } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import { dated, datedAt, inTime, type Milestone } from "./milestone.ts";
import { isOpen } from "./moments.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** The milestones of a case as it is registered: those that count from receipt, or from information that is complete. */
export const firstMilestones = (
  policy: CaseKindPolicy,
  received: Instant,
  completeAt: Instant | undefined,
  calendar: WorkCalendar,
): Milestone[] => policy.milestones.map((each) => first(each, received, completeAt, calendar));

const first = (
  policy: MilestonePolicy,
  received: Instant,
  completeAt: Instant | undefined,
  calendar: WorkCalendar,
): Milestone => {
  const undated: Milestone = { id: policy.id, action: policy.action, state: "undated" };
  if (policy.due === "plan" || typeof policy.due.from !== "string") return undated;
  const from = policy.due.from === "receipt" ? received : completeAt;
  return from === undefined ? undated : dated(policy, from, calendar);
};

/** What an action means for the milestones: those it keeps are kept, and those that count from them get their date. */
export const keep = (
  policy: CaseKindPolicy,
  milestones: readonly Milestone[],
  action: MilestoneAction,
  at: Instant,
  calendar: WorkCalendar,
): Milestone[] => {
  const kept = new Set(milestones.filter((each) => each.action === action && owed(each)).map(({ id }) => id));
  return milestones.map((each) => {
    if (kept.has(each.id)) return keptAt(each, at);
    const rule = policy.milestones.find(({ id }) => id === each.id);
    return each.state === "undated" && rule !== undefined && startsWith(rule, kept)
      ? dated(rule, at, calendar)
      : each;
  });
};

/** Whatever a person writes to the customer answers them for the first time, where that is promised. */
export const replied = (
  policy: CaseKindPolicy,
  milestones: readonly Milestone[],
  at: Instant,
  calendar: WorkCalendar,
): Milestone[] => keep(policy, milestones, "reply", at, calendar);

const owed = (milestone: Milestone): boolean => isOpen(milestone) || milestone.state === "undated";

/** Done by its due it is kept; after it, late. One that never got a date cannot be late. */
const keptAt = (milestone: Milestone, at: Instant): Milestone => {
  if (!isOpen(milestone)) return { id: milestone.id, action: milestone.action, state: "kept", at };
  return { ...milestone, state: inTime(milestone, at) ? "kept" : "late", at };
};

const startsWith = ({ due }: MilestonePolicy, kept: ReadonlySet<string>): boolean =>
  due !== "plan" && typeof due.from !== "string" && kept.has(due.from.milestone);

/** The information is complete: what counts from that moment gets its date. */
export const complete = (
  policy: CaseKindPolicy,
  milestones: readonly Milestone[],
  at: Instant,
  calendar: WorkCalendar,
): Milestone[] =>
  replaceUndated(
    policy,
    milestones,
    ({ due }) => due !== "plan" && due.from === "information-complete",
    (rule) => dated(rule, at, calendar),
  );

/** A plan names the date: it becomes the deadline of what waits for a plan. */
export const planned = (
  policy: CaseKindPolicy,
  milestones: readonly Milestone[],
  by: Instant,
  now: Instant,
  calendar: WorkCalendar,
): Milestone[] =>
  replaceUndated(
    policy,
    milestones,
    ({ due }) => due === "plan",
    (rule) => ({
      id: rule.id,
      action: rule.action,
      state: "open",
      ...datedAt(rule, by, now, calendar),
    }),
  );

const replaceUndated = (
  policy: CaseKindPolicy,
  milestones: readonly Milestone[],
  applies: (rule: MilestonePolicy) => boolean,
  make: (rule: MilestonePolicy) => Milestone,
): Milestone[] =>
  milestones.map((each) => {
    const rule = policy.milestones.find(({ id }) => id === each.id);
    return each.state === "undated" && rule !== undefined && applies(rule) ? make(rule) : each;
  });

/** No longer owed: the case went another way. What was kept or missed stays as it is. */
export const voidOpen = (milestones: readonly Milestone[], at: Instant, reason: string): Milestone[] =>
  milestones.map((each) => (owed(each) ? voided(each, at, reason) : each));

const voided = (milestone: Milestone, at: Instant, reason: string): Milestone => {
  const { id, action, ...was } = milestone;
  const ended = { id, action, state: "void", at, reason } as const;
  return isOpen(milestone) ? { ...ended, due: milestone.due, was: was as typeof milestone } : ended;
};
