import type { Receiver } from "#core/policy/case-words.ts";
import type { Instant } from "#core/time.ts";
import type { Dated, Milestone } from "./milestone.ts";

/** Something that time alone brings about: a warning, a deadline passing, or the next to hear of it. */
export interface Moment {
  readonly at: Instant;
  readonly milestone: string;
  readonly what: "warn" | "miss" | { readonly escalateTo: Receiver; readonly level: number };
}

/** What time still has to bring, the earliest first. A kept or void milestone brings nothing any more. */
export const moments = (milestones: readonly Milestone[]): Moment[] =>
  milestones.flatMap((each) => (isOpen(each) ? momentsOf(each) : [])).sort((a, b) => (a.at < b.at ? -1 : 1));

type Open = Milestone & Dated & { readonly state: "open" | "warned" | "broken" | "extended" };

/** Has a date and is still owed: missed ones are too, and hold up no other. */
export const isOpen = (milestone: Milestone): milestone is Open =>
  milestone.state === "open" ||
  milestone.state === "warned" ||
  milestone.state === "extended" ||
  milestone.state === "broken";

const momentsOf = (milestone: Open): Moment[] => {
  const { id, due, warnAt, warned, escalations, state, pausedAt } = milestone;
  if (pausedAt !== undefined) return [];
  const missed = state === "broken";
  return [
    ...(warnAt !== undefined && !warned && !missed
      ? [{ at: warnAt, milestone: id, what: "warn" as const }]
      : []),
    ...(missed ? [] : [{ at: due, milestone: id, what: "miss" as const }]),
    ...escalations.flatMap(({ at, to, told }, level) =>
      told ? [] : [{ at, milestone: id, what: { escalateTo: to, level } }],
    ),
  ];
};

/** The milestone after a moment has come: warned, missed, or one more who has been told. */
export const afterMoment = (milestone: Milestone, { what }: Moment): Milestone => {
  if (!isOpen(milestone)) return milestone;
  if (what === "warn")
    return {
      ...milestone,
      warned: true as const,
      state: milestone.state === "open" ? "warned" : milestone.state,
    };
  if (what === "miss") return { ...milestone, state: "broken" };
  const escalations = milestone.escalations.map((each, level) =>
    level === what.level ? { ...each, told: true as const } : each,
  );
  return { ...milestone, escalations };
};

/** The first milestone that is owed: the one that an execution is named to be waiting for. */
export const inFront = (milestones: readonly Milestone[]): Milestone | undefined =>
  milestones.find((each) => isOpen(each) || each.state === "undated");
