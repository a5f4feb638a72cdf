import { asCase, type Case } from "#core/case/case.ts";
import type { Milestone } from "#core/case/milestone.ts";
import { explainDate } from "#core/case/why.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { milestoneNamed } from "./milestones-told.ts";

/** How one milestone of a case has ended, read from the table alone. */
export interface MilestoneEnd {
  readonly kind: CaseKind;
  readonly id: string;
  readonly name: string;
  /** It stood under an earlier kind of the case, or before it was opened again. */
  readonly earlier: boolean;
  readonly state: Milestone["state"];
  readonly due?: Instant;
  readonly why?: string;
  readonly at?: Instant;
  readonly reason?: string;
}

/** Of every case in the table, each milestone that it ever had, the earlier first. */
export const milestoneEnds = (policy: Policy, items: readonly Item[]): MilestoneEnd[] =>
  items
    .filter((item) => item["type"] === "case")
    .map(asCase)
    .flatMap((it) => [
      ...(it.earlier ?? []).flatMap(({ kind, milestones }) =>
        milestones.map((each) => endOf(policy, { ...it, kind }, each, true)),
      ),
      ...it.milestones.map((each) => endOf(policy, it, each, false)),
    ]);

const endOf = (
  policy: Policy,
  { kind, holidays }: Pick<Case, "kind" | "holidays">,
  milestone: Milestone,
  earlier: boolean,
): MilestoneEnd => {
  const { id, state, due } = milestone;
  return {
    kind,
    id,
    name: milestoneNamed(policy, kind, id),
    earlier,
    state,
    ...(due !== undefined && { due }),
    ...("why" in milestone && {
      why: explainDate(milestone, { language: "en", timeZone: policy.timeZone, holidays }),
    }),
    ...("at" in milestone && { at: milestone.at }),
    ...("reason" in milestone && { reason: milestone.reason }),
  };
};
