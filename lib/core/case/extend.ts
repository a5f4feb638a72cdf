import type { Refusal } from "#core/errors.ts";
import type { Deed, StaffWish } from "./action.ts";
import { byInstant } from "./by.ts";
import type { Case } from "./case.ts";
import { type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { datedAt, type Milestone } from "./milestone.ts";
import { isOpen } from "./moments.ts";

/**
 * Another date in place of one that cannot be kept: with a written reason, and before the old one passes. The message
 * goes out before it too, or it is not sent at all and a person is told.
 */
export const extend = (
  it: Case,
  { kind, calendar }: CaseRules,
  { reason, newDate, milestone: named }: StaffWish["extend"],
  { actor, now }: Deed,
): Decided | Refusal<"too-late-to-extend" | "not-offered" | "date-in-past"> => {
  const extendable = new Set(kind.milestones.filter((each) => each.extendable).map(({ id }) => id));
  const milestone = it.milestones.find(
    (each) => extendable.has(each.id) && isOpen(each) && (named === undefined || each.id === named),
  );
  const rule = kind.milestones.find(({ id }) => id === milestone?.id);
  if (milestone === undefined || !isOpen(milestone) || rule === undefined)
    return refuseAct("not-offered", "Nothing with a date is owed here that the policy lets anybody extend.");
  if (now >= milestone.due)
    return refuseAct("too-late-to-extend", "The date has passed: it can be explained, and no longer moved.");
  const to = byInstant(newDate, milestone.due, calendar);
  if (typeof to !== "string") return to;
  const { id, action } = milestone;
  const moved: Milestone = { id, action, state: "extended", ...datedAt(rule, to, now, calendar) };
  return {
    after: { ...it, milestones: it.milestones.map((each) => (each === milestone ? moved : each)) },
    actor,
    action: "extended",
    tell: [
      {
        kind: "extended",
        sendUntil: milestone.due,
        milestone: id,
        moved: { from: milestone.due, to },
      },
    ],
    words: { reason },
  };
};
