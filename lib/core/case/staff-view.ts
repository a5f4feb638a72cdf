import type { Change } from "#core/change.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { earliest, type Instant } from "#core/time.ts";
import type { Case } from "./case.ts";
import { checklist } from "./clarify.ts";
import { costsShown } from "./cost-view.ts";
import type { Milestone } from "./milestone.ts";
import { isOpen } from "./moments.ts";
import { standing } from "./standing.ts";
import { triageReason } from "./triage.ts";
import { explainDate } from "./why.ts";
import type { Words } from "./words.ts";

/** A line of the list of cases. */
export const caseRow = ({ number, kind, status, milestones, team, handler }: Case) => ({
  id: number,
  number,
  kind,
  status,
  team,
  handler,
  nextDeadline: earliest(milestones.filter(isOpen).map(({ due }) => due)),
});

/** Who did what and why, and what they wrote, the oldest first. */
export interface Told {
  readonly change: Pick<Change, "rev" | "at" | "actor" | "action" | "reason">;
  /** None where nothing was written, or it was erased. */
  readonly words?: Words;
}

/** All that staff see of a case: names of milestones are the machine's own, reasons for dates in `language`. */
export const staffCaseView = (
  policy: Policy,
  it: Case,
  told: readonly Told[],
  { now, language }: { readonly now: Instant; readonly language: Language },
) => {
  const view = (kind: CaseKind) => (milestone: Milestone) =>
    milestoneView(policy, { ...it, kind }, milestone, { now, language });
  const { topic, kindBy, channel, receivedAt, registeredAt, completeAt, customer, fields, missing } = it;
  const words = (entry: number) => told.find(({ change }) => change.rev === entry)?.words;
  const about = { topic, kindBy, channel, receivedAt, registeredAt, completeAt, customer, fields, missing };
  return {
    ...caseRow(it),
    ...about,
    mailbox: it.mailbox,
    question: it.call?.question,
    passesOn: it.call?.passAt,
    kindReason: triageReason(policy.cases, it, language),
    language: it.language,
    escalatedTo: it.escalatedTo,
    closesAt: it.closeAt,
    satisfied: it.satisfaction?.satisfied,
    costs: costsShown(it, words),
    clarifying: checklist(policy.cases?.kinds[it.kind] ?? {}, it, language),
    milestones: it.milestones.map(view(it.kind)),
    earlier: (it.earlier ?? []).map(({ kind, milestones }) => ({
      kind,
      milestones: milestones.map(view(kind)),
    })),
    timeline: told.map(({ change: { at, actor, action, reason }, words }) => ({
      at,
      actor,
      action,
      ...(reason !== undefined && { reason }),
      ...(words !== undefined && { words }),
    })),
  };
};

const milestoneView = (
  policy: Policy,
  { kind, holidays }: Pick<Case, "kind" | "holidays">,
  milestone: Milestone,
  { now, language }: { readonly now: Instant; readonly language: Language },
) => {
  const plan = planMilestones(policy.cases?.kinds[kind]?.milestones ?? []);
  const { id, due } = milestone;
  const dated = due !== undefined && milestone.state !== "void";
  return {
    name: plan.find((each) => each.id === id)?.name ?? id,
    ...(due !== undefined && { due }),
    state: standing(milestone, now),
    ...("at" in milestone && { at: milestone.at }),
    ...(dated && { why: explainDate(milestone, { language, timeZone: policy.timeZone, holidays }) }),
  };
};
