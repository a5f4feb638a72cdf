import { calendarDate } from "#core/calendar.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import { type Case, isOver, isWorkedOn } from "#core/case/case.ts";
import type { Milestone } from "#core/case/milestone.ts";
import { isOpen } from "#core/case/moments.ts";
import { kindsOf } from "#core/policy/case-kinds.ts";
import type { CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import { day, type Instant, minute, plus, until } from "#core/time.ts";
import type { Dice } from "../dice.ts";

/** What staff mean to do next, and when. */
export type Plan = { readonly at: Instant } & Wanted;

type Wanted = {
  [Act in StaffAct]: { readonly does: Act; readonly wish: StaffWish[Act] };
}[StaffAct];

const text = "Said in a year that never was";

/** Shares of what staff do besides, and of how they keep what is owed: the rest is late, or never. */
const besides = 0.22;
const inTime = 0.72;
const late = 0.2;
const declined = 0.12;

/**
 * Whatever chance makes staff do next about a case: what is owed in front, in time, late or never; a question, a later date,
 * another kind; or nothing any more.
 * @param passed milestones that nobody will keep.
 */
export const staffPlan = (
  cases: CasePolicy,
  it: Case,
  passed: Set<string>,
  dice: Dice,
  now: Instant,
): Plan | undefined => {
  const kind = cases.kinds[it.kind];
  if (isOver(it) || kind === undefined) return undefined;
  if (!isWorkedOn(it)) return afterwards(it, dice, now);
  const aside = dice.happens(besides) ? asideOf(cases, it, kind, dice, now) : undefined;
  if (aside !== undefined) return aside;
  return inFront(it, passed, dice, now) ?? answerOf(dice, now);
};

/** After an objection somebody has to close it; else it closes by itself. */
const afterwards = ({ closeAt }: Case, dice: Dice, now: Instant): Plan | undefined => {
  if (closeAt === undefined)
    return { at: within(dice, now, 6 * day), does: "close", wish: { text, confirm: true } };
  return undefined;
};

const within = (dice: Dice, now: Instant, length: number): Instant =>
  plus(now, Math.floor(dice.between(minute, Math.max(2 * minute, length))));

const inFront = (it: Case, passed: Set<string>, dice: Dice, now: Instant): Plan | undefined => {
  const next = it.milestones.find(
    (each) => (isOpen(each) || each.state === "undated") && !passed.has(each.id) && each.action !== "resolve",
  );
  if (next === undefined) return undefined;
  const at = momentFor(next, dice, now);
  if (at !== undefined) return { at, ...wishFor(next, dice, at) };
  passed.add(next.id);
  return inFront(it, passed, dice, now);
};

/** Never, where chance says so. */
const momentFor = ({ due }: Milestone, dice: Dice, now: Instant): Instant | undefined => {
  const luck = dice.throw();
  const left = due === undefined ? 4 * day : until(now, due);
  if (luck < inTime) return within(dice, now, left);
  return luck < inTime + late ? plus(within(dice, now, 6 * day), Math.max(0, left)) : undefined;
};

/** The first thing that anybody writes is a reply. */
const wishFor = ({ action }: Milestone, dice: Dice, at: Instant): Wanted => {
  if (action === "plan") return { does: "plan", wish: { text, by: dayAfter(at, dice) } };
  return { does: action === "reply" ? "update" : action, wish: { text } };
};

const dayAfter = (at: Instant, dice: Dice) =>
  calendarDate(plus(at, Math.floor(dice.between(4 * day, 25 * day))).slice(0, 10));

const answerOf = (dice: Dice, now: Instant): Plan | undefined => {
  const at = within(dice, now, 30 * day);
  if (dice.happens(1 - inTime - late)) return undefined;
  return dice.happens(declined)
    ? { at, does: "decline", wish: { findings: text, reasons: text, next: text } }
    : { at, does: "resolve", wish: { text } };
};

const asideOf = (
  cases: CasePolicy,
  it: Case,
  kind: CaseKindPolicy,
  dice: Dice,
  now: Instant,
): Plan | undefined => {
  const at = within(dice, now, 2 * day);
  // Once only: how a case stands that goes back to what it was has no second count yet.
  const other = kindsOf(cases).find(([name, { topics }]) => name !== it.kind && topics === undefined);
  return dice.pick<() => Plan | undefined>([
    () => ({ at, does: "note", wish: { text } }),
    () => ({ at, does: "assign", wish: { to: dice.pick(["sanne", "joost", "mira"]) } }),
    () => ({ at, does: "escalate", wish: { text } }),
    () => question(kind, dice, at),
    () => (it.completeAt === undefined ? { at, does: "information-complete", wish: { text } } : undefined),
    () => laterDate(it, kind, dice, now),
    () =>
      other === undefined || it.topic !== undefined || it.earlier !== undefined
        ? undefined
        : { at, does: "classify", wish: { kind: other[0] } },
  ])();
};

/** Not where something stands still for it: that count has no second opinion yet. */
const question = ({ requests }: CaseKindPolicy, dice: Dice, at: Instant): Plan | undefined => {
  if (requests === undefined || requests.pauses.customer.length + requests.pauses.thirdParty.length > 0)
    return undefined;
  return {
    at,
    does: "request-information",
    wish: { text, of: dice.pick(["customer", "thirdParty"] as const) },
  };
};

const laterDate = (it: Case, kind: CaseKindPolicy, dice: Dice, now: Instant): Plan | undefined => {
  const found = it.milestones.find(
    (each) => isOpen(each) && kind.milestones.some(({ id, extendable }) => id === each.id && extendable),
  );
  if (found?.due === undefined || found.due <= now) return undefined;
  const newDate = dayAfter(found.due, dice);
  return { at: within(dice, now, until(now, found.due)), does: "extend", wish: { reason: text, newDate } };
};
