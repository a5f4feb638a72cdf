import type { CaseKindPolicy } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import type { Case } from "./case.ts";
import type { CaseRules } from "./decided.ts";
import { dated, type Milestone } from "./milestone.ts";

/** Whether whoever writes is promised a first answer, however often they write (expandit, rules for e-mail). */
export const answersEach = ({ milestones }: Pick<CaseKindPolicy, "milestones">): boolean =>
  milestones.some(({ action }) => action === "reply");

/** The customer writes again: where a first answer was given, another is owed from now. One that is still owed stays. */
export const hearAgain = (it: Case, { kind, calendar }: CaseRules, now: Instant): Case => {
  const given = it.milestones.filter(isGiven);
  if (given.length === 0) return it;
  const milestones = it.milestones.map((each) => {
    const rule = isGiven(each) ? kind.milestones.find(({ id }) => id === each.id) : undefined;
    return rule === undefined ? each : dated(rule, now, calendar);
  });
  const earlier = { kind: it.kind, milestones: given, until: now };
  return { ...it, milestones, earlier: [...(it.earlier ?? []), earlier] };
};

const isGiven = ({ action, state }: Milestone): boolean =>
  action === "reply" && (state === "kept" || state === "late");
