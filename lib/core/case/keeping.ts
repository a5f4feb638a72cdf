import type { Refusal } from "#core/errors.ts";
import type { MilestoneAction } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import type { By, Deed } from "./action.ts";
import { byInstant } from "./by.ts";
import type { Case } from "./case.ts";
import { type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { keep, planned, replied } from "./keep.ts";
import type { CaseMessageKind } from "./message-kind.ts";
import { isOpen } from "./moments.ts";

/** An act that keeps a promise of the policy: how the customer and the audit call it. */
const told = {
  acknowledge: { kind: "acknowledged", action: "acknowledged" },
  update: { kind: "updated", action: "updated" },
  plan: { kind: "plan", action: "planned" },
  answer: { kind: "answer", action: "answered" },
} as const satisfies Record<string, { kind: CaseMessageKind; action: string }>;

type KeepingAct = keyof typeof told;

/** Once said, these are not said again: what comes later is an update, or another date. */
const onlyOnce: readonly MilestoneAction[] = ["acknowledge", "plan"];

/** Staff acknowledge, update, plan or answer: what that keeps is kept at this moment, and the customer reads the text. */
export const keeping =
  (act: KeepingAct) =>
  (
    it: Case,
    rules: CaseRules,
    { text, by }: { readonly text: string; readonly by?: By },
    { actor, now }: Deed,
  ): Decided | Refusal<"already-done" | "date-in-past"> => {
    if (onlyOnce.includes(act) && doneBefore(it, act))
      return refuseAct("already-done", `This was done before (${act}): send an update, or a new date.`);
    const date = by === undefined ? undefined : byInstant(by, now, rules.calendar);
    if (date !== undefined && typeof date !== "string") return date;
    const { kind, calendar } = rules;
    const kept = keep(kind, replied(kind, it.milestones, now, calendar), act, now, calendar);
    return {
      after: { ...it, milestones: withDate(kept, date, rules, now), ...taking(it, actor) },
      actor,
      action: told[act].action,
      tell: [{ kind: told[act].kind, ...keepsNow(it, kept) }],
      words: { text },
    };
  };

const withDate = (
  kept: Case["milestones"],
  date: Instant | undefined,
  { kind, calendar }: CaseRules,
  now: Instant,
): Case["milestones"] => (date === undefined ? kept : planned(kind, kept, date, now, calendar));

/** Whoever acts first has the case. */
const taking = ({ handler }: Case, actor: Deed["actor"]): Pick<Case, "handler"> =>
  handler === undefined && actor.startsWith("staff:") ? { handler: actor.slice("staff:".length) } : {};

/** The milestones that are kept in `after` and were not before: the message that says so keeps them. */
export const keepsNow = (before: Case, after: Case["milestones"]): { readonly keeps?: readonly string[] } => {
  const keeps = after
    .filter((each, at) => isDone(each) && before.milestones[at]?.state !== each.state)
    .map(({ id }) => id);
  return keeps.length > 0 ? { keeps } : {};
};

const isDone = ({ state }: Case["milestones"][number]): boolean => state === "kept" || state === "late";

/** A bounce opens a milestone anew, and then it can be done again. */
const doneBefore = (it: Case, act: KeepingAct): boolean => {
  const those = it.milestones.filter(({ action }) => action === act);
  return those.some(isDone) && !those.some((each) => isOpen(each) || each.state === "undated");
};
