import type { Refusal } from "#core/errors.ts";
import { type Deed, wordsIn } from "./action.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { deadline, type Span } from "./deadline.ts";
import { type CaseLetter, type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { firstMilestones, keep, voidOpen } from "./keep.ts";
import { keepsNow } from "./keeping.ts";
import { isAsked } from "./request.ts";
import type { Words } from "./words.ts";

interface MayText {
  readonly text?: string | undefined;
}

/** The answer is out: what it keeps is kept, all else that was owed is void, and nobody waits for information. */
export const finish = (
  it: Case,
  { kind, calendar }: CaseRules,
  how: "resolved" | "declined",
  words: Words,
  { actor, now }: Deed,
): Decided => {
  const answered = keep(kind, it.milestones, "answer", now, calendar);
  const kept = keep(kind, answered, "resolve", now, calendar);
  const closeAt = kind.closing && deadline(kind.closing.after, now, calendar).due;
  const after: Case = {
    ...it,
    status: how,
    milestones: voidOpen(kept, now, how),
    requests: it.requests.map((each) =>
      isAsked(each) ? { ...each, ended: { at: now, how: "over" } } : each,
    ),
    answeredAt: now,
    ...(closeAt !== undefined && { closeAt }),
  };
  return { after, actor, action: how, tell: [{ kind: how, ...keepsNow(it, kept) }], words };
};

/** Over: reported to whoever closes it elsewhere, and after a while the customer is asked whether they are satisfied. */
export const close = (
  it: Case,
  { kind, calendar }: CaseRules,
  wish: MayText,
  { actor, now }: Deed,
): Decided | Refusal<"not-open"> => {
  if (isWorkedOn(it))
    return refuseAct("not-open", "Resolve or decline it first: a case is not closed without an answer.");
  const { closeAt: _closes, ...rest } = it;
  const { satisfaction: asking, closing } = kind;
  const askAt =
    it.satisfaction === undefined ? asking && deadline(asking.after, now, calendar).due : undefined;
  const report: CaseLetter[] =
    closing?.reportTo === undefined
      ? []
      : [{ kind: "staff-case-customer", about: "closed", to: { team: closing.reportTo }, plain: true }];
  return {
    after: { ...rest, status: "closed", closedAt: now, ...(askAt !== undefined && { askAt }) },
    actor,
    action: "closed",
    tell: [{ kind: "closed" }, ...report],
    ...wordsIn(wish),
  };
};

/** Work begins anew: the same milestones from this moment, and an execution of its own. */
export const reopen = (
  it: Case,
  rules: CaseRules,
  wish: MayText,
  { actor, now }: Deed,
): Decided | Refusal<"already-done" | "closed"> => {
  if (isWorkedOn(it)) return refuseAct("already-done", "It is open.");
  if (actor === "customer" && isOver(it) && !within(it, rules.kind.reopening?.within, rules, now))
    return refuseAct("closed", "It was closed too long ago: send us a new one, please.");
  return {
    ...restarted(it, rules, now),
    actor,
    action: "reopened",
    // What the customer wrote stands on their page; only what staff write is mailed.
    tell: [{ kind: "reopened", ...(actor === "customer" && { plain: true }) }],
    ...wordsIn(wish),
  };
};

const within = (
  { closedAt }: Case,
  span: Span | undefined,
  { calendar }: CaseRules,
  now: Deed["now"],
): boolean => closedAt !== undefined && span !== undefined && now <= deadline(span, closedAt, calendar).due;

/** Everything is owed again, from now: who was acknowledged once need not be a second time. */
export const restarted = (
  it: Case,
  { kind, calendar }: CaseRules,
  now: Deed["now"],
): Pick<Decided, "after" | "newRun"> => {
  const { closeAt: _closes, closedAt: _closed, askAt: _ask, answeredAt: _answered, ...rest } = it;
  const fresh = firstMilestones(kind, now, it.completeAt === undefined ? undefined : now, calendar);
  const acknowledged = it.milestones.some(
    ({ action, state }) => action === "acknowledge" && (state === "kept" || state === "late"),
  );
  return {
    after: {
      ...rest,
      status: "open",
      milestones: acknowledged ? keep(kind, fresh, "acknowledge", now, calendar) : fresh,
      earlier: [...(it.earlier ?? []), { kind: it.kind, milestones: it.milestones }],
    },
    newRun: {},
  };
};
