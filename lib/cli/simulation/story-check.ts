import { asCase, type Case } from "#core/case/case.ts";
import type { Item } from "#core/table.ts";
import type { CaseStory } from "../case-stories/story.ts";
import type { Happening } from "./timeline.ts";

/** What went otherwise than the story tells; nothing, if it went as it should. */
export const caseProblems = (
  { ends }: CaseStory,
  items: readonly Item[],
  timeline: readonly Happening[],
): string[] => {
  const it = items.filter(({ type }) => type === "case").map(asCase)[0];
  if (it === undefined) return ["no case was registered"];
  const alerts = timeline.filter((each) => each.what === "mail" && each.kind === "staff-case-missed").length;
  return [
    ...(it.status === "closed" ? [] : [`it is ${it.status}, and not closed`]),
    ...otherEnds(it, ends.milestones),
    ...(alerts === ends.alerts ? [] : [`${alerts} alerts went out, not ${ends.alerts}`]),
    ...openMessages(it),
  ];
};

const otherEnds = (it: Case, told: CaseStory["ends"]["milestones"]): string[] => {
  const names = new Set([...Object.keys(told), ...it.milestones.map(({ id }) => id)]);
  return [...names].flatMap((id) => {
    const state = it.milestones.find((each) => each.id === id)?.state ?? "not there";
    return state === told[id] ? [] : [`${id} is ${state}, not ${told[id] ?? "told of"}`];
  });
};

const openMessages = ({ promises }: Case): string[] =>
  Object.entries(promises)
    .filter(([, { state }]) => state !== "kept" && state !== "void")
    .map(([name, { state }]) => `the message ${name} is ${state}`);
