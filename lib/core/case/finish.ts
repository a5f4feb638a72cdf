import type { Refusal } from "#core/errors.ts";
import { type Deed, wordsIn } from "./action.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { applicable } from "./circumstances.ts";
import { deadline, type Span } from "./deadline.ts";
import { type CaseLetter, type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { firstMilestones, keep, replied, voidOpen } from "./keep.ts";
import { keepsNow } from "./keeping.ts";
import { isAsked } from "./request.ts";
import type { Words } from "./words.ts";

interface MayText {
  readonly text?: string | undefined;
}

/** How each end is told; a question that has its full answer is resolved. */
const ends = {
  resolved: { status: "resolved", letter: "resolved" },
  declined: { status: "declined", letter: "declined" },
  answered: { status: "resolved", letter: "answer" },
} as const;

/** The answer is out: what it keeps is kept, all else that was owed is void, and nobody waits for information. */
export const finish = (
  it: Case,
  rules: CaseRules,
  how: keyof typeof ends,
  words: Words,
  { actor, now }: Deed,
): Decided => {
  const { status, letter } = ends[how];
  const { after, kept } = finished(it, rules, status, now);
  return { after, actor, action: how, tell: [{ kind: letter, ...keepsNow(it, kept) }], words };
};

/** The case as it stands after its answer of that moment, and what that has kept. */
export const finished = (
  it: Case,
  { kind, calendar }: CaseRules,
  status: "resolved" | "declined",
  at: Deed["now"],
): { readonly after: Case; readonly kept: Case["milestones"] } => {
  const answered = keep(kind, replied(kind, it.milestones, at, calendar), "answer", at, calendar);
  const kept = keep(kind, answered, "resolve", at, calendar);
  const closeAt = kind.closing && deadline(kind.closing.after, at, calendar).due;
  const after: Case = {
    ...it,
    status,
    milestones: voidOpen(kept, at, status),
    requests: it.requests.map((each) => (isAsked(each) ? { ...each, ended: { at, how: "over" } } : each)),
    answeredAt: at,
    ...(closeAt !== undefined && { closeAt }),
  };
  return { after, kept };
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

/**
 * Everything is owed again, from now: who was acknowledged once need not be a second time. What the customer said of the
 * first end says nothing of the next: they are asked again.
 */
export const restarted = (
  it: Case,
  { kind, calendar }: CaseRules,
  now: Deed["now"],
): Pick<Decided, "after" | "newRun"> => {
  const rest = withoutItsEnd(it);
  const fresh = firstMilestones(
    applicable(kind, it),
    now,
    it.completeAt === undefined ? undefined : now,
    calendar,
  );
  const acknowledged = it.milestones.some(
    ({ action, state }) => action === "acknowledge" && (state === "kept" || state === "late"),
  );
  return {
    after: {
      ...rest,
      status: "open",
      reopenedAt: now,
      milestones: acknowledged ? keep(kind, fresh, "acknowledge", now, calendar) : fresh,
      earlier: [...(it.earlier ?? []), { kind: it.kind, milestones: it.milestones, until: now }],
    },
    newRun: {},
  };
};

const withoutItsEnd = ({
  closeAt: _closes,
  closedAt: _closed,
  askAt: _ask,
  answeredAt: _answered,
  satisfaction: _said,
  ...rest
}: Case): Case => rest;
