import { makePromises } from "#core/appointment/promises.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import { deadline } from "#core/case/deadline.ts";
import { day, type Instant, plus } from "#core/time.ts";
import type { CaseKind } from "../case-kinds.ts";
import type { HolidayTables } from "../holiday-table.ts";
import type { MilestonePolicy } from "../milestones.ts";
import { planAppointments } from "../plan.ts";
import type { Policy } from "../shape.ts";

/** When each promise of a policy would be due, for one session or one case; none where it has no such promise or no date. */
export type Dues = Readonly<Record<string, Instant>>;

/** For a session booked then, starting then. */
export const messageDues = (policy: Policy, bookedAt: Instant, start: Instant): Dues => {
  const plan = planAppointments(policy);
  if (plan === undefined) return {};
  const made = makePromises(plan, bookedAt, start);
  return Object.fromEntries(Object.entries(made).map(([id, { due }]) => [id, due]));
};

/**
 * For a case that comes in then from the company's own region, with all that is needed to work on it, and whose milestones
 * are each kept at the last moment. A date that a plan names is not known.
 */
export const milestoneDues = (
  policy: Policy,
  kind: CaseKind,
  tables: HolidayTables,
): ((receivedAt: Instant) => Dues) => {
  const milestones = policy.cases?.kinds[kind]?.milestones;
  if (milestones === undefined) return () => ({});
  const { calendar } = caseCalendar(policy, tables, undefined);
  return (receivedAt) =>
    milestones.reduce<Record<string, Instant>>((dues, each) => {
      const from = startOf(each, receivedAt, dues);
      return from === undefined || each.due === "plan"
        ? dues
        : { ...dues, [each.id]: deadline(each.due.within, from, calendar).due };
    }, {});
};

const startOf = ({ due }: MilestonePolicy, receivedAt: Instant, dues: Dues): Instant | undefined => {
  if (due === "plan") return undefined;
  return typeof due.from === "string" ? receivedAt : dues[due.from.milestone];
};

/** On what day it matters first: a holiday more moves only what is counted over it. */
export const firstDifferent = (
  from: Instant,
  before: (at: Instant) => Instant | undefined,
  after: (at: Instant) => Instant | undefined,
): { readonly at: Instant; readonly before?: Instant; readonly after?: Instant } | undefined => {
  for (let ahead = 0; ahead < aYear; ahead += 1) {
    const at = plus(from, ahead * day);
    const [old, now] = [before(at), after(at)];
    if (old !== now)
      return { at, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) };
  }
  return undefined;
};

const aYear = 366;
