import type { Case } from "#core/case/case.ts";
import type { Milestone } from "#core/case/milestone.ts";
import { isOwed, type Owed } from "./milestones.ts";

/** Where the milestones of a case stand otherwise than the count has them at `end`, or are due at another moment. */
export const otherMilestones = (
  { number, milestones }: Case,
  owed: readonly Owed[],
  end: number,
): string[] => {
  const [there, counted] = [milestones.map(shownOf), owed.map((each) => countedOf(each, end))];
  return Array.from({ length: Math.max(there.length, counted.length) }, (_, nth) =>
    there[nth] === counted[nth]
      ? []
      : [`${number}: ${there[nth] ?? "nothing"}, but counted by hand ${counted[nth] ?? "nothing"}`],
  ).flat();
};

const shownOf = ({ id, state, due }: Milestone): string =>
  `${id} is ${standing[state] ?? state}${due === undefined ? "" : `, due ${due}`}`;

const standing: Readonly<Record<string, string>> = { undated: "open", warned: "open", extended: "open" };

const countedOf = (each: Owed, end: number): string =>
  `${each.rule.id} is ${stateOf(each, end)}${each.due === undefined ? "" : `, due ${new Date(each.due).toISOString()}`}`;

const stateOf = (each: Owed, end: number): string => {
  const { rule, due, doneAt, voidAt } = each;
  if (voidAt !== undefined) return "void";
  if (doneAt !== undefined) return due === undefined || isBy(rule, doneAt, due) ? "kept" : "late";
  return isOwed(each) && due !== undefined && due <= end ? "broken" : "open";
};

/** Some promise strictly less. */
const isBy = ({ due: promised }: Owed["rule"], at: number, due: number): boolean =>
  promised !== "plan" && promised.under === true ? at < due : at <= due;
