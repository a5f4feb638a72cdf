import type { CaseKindPolicy, MilestonePolicy } from "#core/policy/cases.ts";
import { earliest, type Instant, plus, until } from "#core/time.ts";
import { deadline, type Span } from "./deadline.ts";
import { type Milestone, movedTo } from "./milestone.ts";
import { isOpen } from "./moments.ts";
import { type InformationRequest, isAsked } from "./request.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** What stands still while a question is open: exactly what the policy names, and nothing that was missed already. */
export const withPauses = (
  policy: Pick<CaseKindPolicy, "requests" | "costs" | "milestones">,
  milestones: readonly Milestone[],
  requests: readonly InformationRequest[],
  now: Instant,
  calendar: WorkCalendar,
): Milestone[] => {
  const still = new Set(requests.filter(isAsked).flatMap(({ of }) => standStill(policy, of)));
  return milestones.map((each) => {
    if (!isOpen(each)) return each;
    if (each.pausedAt === undefined)
      return still.has(each.id) && each.state !== "broken" && now <= each.due
        ? { ...each, pausedAt: now }
        : each;
    const rule = policy.milestones.find(({ id }) => id === each.id);
    return still.has(each.id) || rule === undefined
      ? each
      : resumed(rule, each, each.pausedAt, now, calendar);
  });
};

const standStill = (
  { requests, costs }: Pick<CaseKindPolicy, "requests" | "costs">,
  of: InformationRequest["of"],
): readonly string[] => (of === "cost" ? costs?.pauses : requests?.pauses[of]) ?? [];

type Open = Extract<Milestone, { state: "open" | "warned" | "broken" | "extended" }>;

/** As much time is left as there was: counted as the deadline itself was counted. */
const resumed = (
  rule: MilestonePolicy,
  { pausedAt: _paused, warned: _warned, ...milestone }: Open,
  from: Instant,
  to: Instant,
  calendar: WorkCalendar,
): Milestone => {
  const due = laterBy(milestone.why.span, milestone.due, from, to, calendar);
  const stoodStill = [...(milestone.stoodStill ?? []), { from, to }];
  return { ...milestone, ...movedTo(rule, milestone.why, due, calendar), stoodStill };
};

const laterBy = (span: Span, due: Instant, from: Instant, to: Instant, calendar: WorkCalendar): Instant => {
  if ("hours" in span) return plus(due, until(from, to));
  if ("workingHours" in span) {
    const open = Math.round(openTime(from, to, calendar) / 1000);
    return deadline({ workingHours: `PT${open}S` }, due, calendar).due;
  }
  const days = calendar.dayOf(to) - calendar.dayOf(from);
  if (days === 0) return due;
  if ("days" in span) return deadline({ days }, due, calendar).due;
  return deadline({ workingDays: workingDaysBetween(from, to, calendar) }, due, calendar).due;
};

/** After the day of `from`, up to that of `to`. */
const workingDaysBetween = (from: Instant, to: Instant, calendar: WorkCalendar): number => {
  const first = calendar.dayOf(from);
  const days = Array.from({ length: calendar.dayOf(to) - first }, (_, nth) => first + nth + 1);
  return days.filter((day) => calendar.closed(day) === undefined).length;
};

const openTime = (from: Instant, to: Instant, calendar: WorkCalendar): number => {
  let sum = 0;
  for (let day = calendar.dayOf(from); day <= calendar.dayOf(to); day += 1)
    for (const { start, end } of calendar.openings(day)) {
      const [begin, stop] = [start > from ? start : from, earliest([end, to]) ?? to];
      sum += Math.max(0, until(begin, stop));
    }
  return sum;
};
