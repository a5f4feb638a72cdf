import type { OwedFields, PromiseFields } from "#core/message/case-fields.ts";
import type { CaseKindPolicy } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import { type Case, isWorkedOn } from "./case.ts";
import { inTime, type Milestone } from "./milestone.ts";
import { isOpen } from "./moments.ts";

/** What was promised with a milestone; one that left the policy since is told by its deed alone, as one by the plan. */
export const promiseFields = (
  kind: CaseKindPolicy | undefined,
  { id, action }: Pick<Milestone, "id" | "action">,
): PromiseFields => {
  const due = kind?.milestones.find((each) => each.id === id)?.due ?? "plan";
  if (due === "plan") return { action, rule: "plan" };
  const { within, from } = due;
  if (typeof from === "string") return { action, rule: { within, from } };
  const earlier = kind?.milestones.find((each) => each.id === from.milestone);
  return { action, rule: { within, from: { after: earlier?.action ?? "acknowledge" } } };
};

/** What is still owed of a case at `now`, in the order of the policy; nothing once it was answered. */
export const owedFields = (kind: CaseKindPolicy | undefined, it: Case, now: Instant): OwedFields[] =>
  isWorkedOn(it)
    ? it.milestones
        .filter((each) => isOpen(each) || each.state === "undated")
        .map((each) => ({ ...promiseFields(kind, each), due: each.due, stands: standsOf(each, now) }))
    : [];

const standsOf = (milestone: Milestone, now: Instant): OwedFields["stands"] => {
  if (!isOpen(milestone)) return "undated";
  if (milestone.pausedAt !== undefined) return "paused";
  return milestone.state === "broken" || !inTime(milestone, now) ? "late" : "ahead";
};
