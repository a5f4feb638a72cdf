import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import type { MilestoneAction } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import type { By } from "./action.ts";
import { byInstant } from "./by.ts";
import type { Case } from "./case.ts";
import { type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { keep, planned } from "./keep.ts";
import type { CaseMessageKind } from "./message-kind.ts";
import { isOpen } from "./moments.ts";

/** An act that keeps a promise of the policy: how the customer and the audit call it. */
const told = {
  acknowledge: { kind: "acknowledged", action: "acknowledged" },
  update: { kind: "updated", action: "updated" },
  plan: { kind: "plan", action: "planned" },
  answer: { kind: "answer", action: "answered" },
} as const satisfies Record<string, { kind: CaseMessageKind; action: string }>;

export type KeepingAct = keyof typeof told;

/** Once said, these are not said again: what comes later is an update, or another date. */
const onlyOnce: readonly MilestoneAction[] = ["acknowledge", "plan"];

/** Staff acknowledge, update, plan or answer: what that keeps is kept at this moment, and the customer reads the text. */
export const keeping = (
  it: Case,
  { kind, calendar }: CaseRules,
  { act, text, by }: { readonly act: KeepingAct; readonly text: string; readonly by?: By },
  actor: Actor,
  now: Instant,
): Decided | Refusal<"already-done" | "date-in-past"> => {
  if (onlyOnce.includes(act) && doneBefore(it, act))
    return refuseAct("already-done", `This was done before (${act}): send an update, or a new date.`);
  const date = by === undefined ? undefined : byInstant(by, now, calendar);
  if (date !== undefined && typeof date !== "string") return date;
  const kept = keep(kind, it.milestones, act, now, calendar);
  const milestones = date === undefined ? kept : planned(kind, kept, date, now, calendar);
  const keeps = keptNow(it, kept);
  const taken = it.handler === undefined && actor !== "customer" && actor !== "kept";
  return {
    after: { ...it, milestones, ...(taken && { handler: actor.slice("staff:".length) }) },
    actor,
    action: told[act].action,
    tell: [{ kind: told[act].kind, ...(keeps.length > 0 && { keeps }) }],
    words: { text },
  };
};

/** The milestones that are kept in `after` and were not before. */
export const keptNow = (before: Case, after: Case["milestones"]): string[] =>
  after
    .filter(({ state }, at) => (state === "kept" || state === "late") && before.milestones[at]?.state !== state)
    .map(({ id }) => id);

/** A bounce opens a milestone anew, and then it can be done again. */
const doneBefore = (it: Case, act: KeepingAct): boolean => {
  const those = it.milestones.filter(({ action }) => action === act);
  return (
    those.some(({ state }) => state === "kept" || state === "late") &&
    !those.some((each) => isOpen(each) || each.state === "undated")
  );
};
