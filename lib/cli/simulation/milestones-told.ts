import { asCase, type Case } from "#core/case/case.ts";
import type { Milestone } from "#core/case/milestone.ts";
import { isOpen } from "#core/case/moments.ts";
import { explainDate } from "#core/case/why.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";

/** What a change of a case means for one of its milestones. */
export type MilestoneTold = { readonly at: Instant; readonly milestone: string } & (
  | { readonly what: "promised"; readonly due: Instant; readonly why: string; readonly instead?: Instant }
  | { readonly what: "milestone"; readonly state: "kept" | "late" | "missed" | "void" }
);

/** Follows a company's cases through what is committed: dates as they are promised and moved, and what became of them. */
export const createMilestonesTold = (
  policy: Policy,
): ((writes: readonly Write[], at: Instant) => MilestoneTold[]) => {
  const known = new Map<string, Case>();
  return (writes, at) => {
    const head = writes.flatMap((write) =>
      "put" in write && write.put["type"] === "case" ? [asCase(write.put)] : [],
    )[0];
    if (head === undefined) return [];
    const before = known.get(head.number);
    known.set(head.number, head);
    const same = before?.kind === head.kind;
    const left = same ? [] : (before?.milestones ?? []).filter(isOwed);
    const facts = { policy, it: head, at };
    return [
      ...left.map(({ id }) => ({
        at,
        what: "milestone" as const,
        milestone: milestoneNamed(policy, before?.kind ?? head.kind, id),
        state: "void" as const,
      })),
      ...head.milestones.flatMap((each) => changed(facts, same ? sameIn(before, each) : undefined, each)),
    ];
  };
};

const isOwed = (milestone: Milestone): boolean => isOpen(milestone) || milestone.state === "undated";

const sameIn = (before: Case | undefined, { id }: Milestone): Milestone | undefined =>
  before?.milestones.find((each) => each.id === id);

interface Facts {
  readonly policy: Policy;
  readonly it: Case;
  readonly at: Instant;
}

const changed = (facts: Facts, before: Milestone | undefined, after: Milestone): MilestoneTold[] => {
  const milestone = milestoneNamed(facts.policy, facts.it.kind, after.id);
  const state = ends[after.state];
  return [
    ...promised(facts, milestone, before, after),
    ...(state !== undefined && before?.state !== after.state
      ? [{ at: facts.at, milestone, what: "milestone" as const, state }]
      : []),
  ];
};

/** A date that was not there, or is another than the one that was still owed. */
const promised = (
  { policy, it, at }: Facts,
  milestone: string,
  before: Milestone | undefined,
  after: Milestone,
): MilestoneTold[] => {
  if (!isOpen(after) || after.due === before?.due) return [];
  const { due } = after;
  const why = explainDate(after, {
    language: "en",
    timeZone: policy.timeZone,
    holidays: it.holidays,
  });
  const moved = before !== undefined && isOpen(before) ? { instead: before.due } : {};
  return [{ at, milestone, what: "promised", due, why, ...moved }];
};

const ends: Readonly<Record<string, "kept" | "late" | "missed" | "void" | undefined>> = {
  kept: "kept",
  late: "late",
  broken: "missed",
  void: "void",
};

/** As the machine calls it. */
export const milestoneNamed = (policy: Policy, kind: CaseKind, id: string): string =>
  planMilestones(policy.cases?.kinds[kind]?.milestones ?? []).find((each) => each.id === id)?.name ?? id;
