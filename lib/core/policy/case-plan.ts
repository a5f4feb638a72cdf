import { type CaseKind, kindsOf } from "./case-kinds.ts";
import type { CaseKindPolicy, MilestoneAction } from "./cases.ts";
import { milestoneName } from "./milestone-name.ts";
import type { Policy } from "./shape.ts";

/**
 * One milestone of a kind of case, with the name that the API, the tasks and the machine have for it: the state in which an
 * execution stands while the milestone is in front.
 */
export interface PlannedMilestone {
  readonly id: string;
  readonly action: MilestoneAction;
  /** In English, "Acknowledge within 7 working days"; no two of a kind share one, and each has at most 80 characters. */
  readonly name: string;
  readonly clause: string;
  readonly ours?: string;
}

export interface CasePlan {
  readonly pack: string;
  readonly company: string;
  readonly kind: CaseKind;
  /** As the contract names it, before the stage is put in front. */
  readonly machine: string;
  /** In the order of the policy. */
  readonly milestones: readonly PlannedMilestone[];
}

/** A plan for each kind of case that the policy has; none where it has no cases. */
export const planCases = (policy: Policy): CasePlan[] =>
  policy.cases === undefined
    ? []
    : kindsOf(policy.cases).map(([kind, { milestones }]) => ({
        pack: policy.pack,
        company: policy.company,
        kind,
        machine: `kept-${policy.pack}-${kind}`,
        milestones: planMilestones(milestones),
      }));

/** The milestones of one kind, named. */
export const planMilestones = (milestones: CaseKindPolicy["milestones"]): PlannedMilestone[] =>
  milestones.map((milestone) => ({
    id: milestone.id,
    action: milestone.action,
    name: milestoneName(milestone, milestones),
    clause: milestone.clause,
    ...(milestone.ours !== undefined && { ours: milestone.ours }),
  }));
