import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { deadline } from "./deadline.ts";
import { type CaseLetter, type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { firstMilestones, keep, voidOpen } from "./keep.ts";
import { keptNow } from "./keeping.ts";
import { isAsked } from "./request.ts";
import type { Words } from "./words.ts";

/** The answer is out: what resolving keeps is kept, all else that was owed is void, and nobody waits for information. */
export const finish = (
  it: Case,
  { kind, calendar }: CaseRules,
  how: "resolved" | "declined",
  words: Words,
  actor: Actor,
  now: Instant,
): Decided => {
  const answered = keep(kind, it.milestones, "answer", now, calendar);
  const kept = keep(kind, answered, "resolve", now, calendar);
  const milestones = voidOpen(kept, now, how);
  const closeAt = kind.closing && deadline(kind.closing.after, now, calendar).due;
  const after: Case = {
    ...it,
    status: how,
    milestones,
    requests: it.requests.map((each) => (isAsked(each) ? { ...each, ended: { at: now, how: "over" } } : each)),
    answeredAt: now,
    ...(closeAt !== undefined && { closeAt }),
  };
  const keeps = keptNow(it, kept);
  return { after, actor, action: how, tell: [{ kind: how, ...(keeps.length > 0 && { keeps }) }], words };
};

/** Over: reported to whoever closes it elsewhere, and after a while the customer is asked whether they are satisfied. */
export const close = (
  { closeAt: _, ...it }: Case,
  { kind, calendar }: CaseRules,
  actor: Actor,
  words: Words | undefined,
  now: Instant,
): Decided | Refusal<"not-open"> => {
  if (isWorkedOn(it))
    return refuseAct("not-open", "Resolve or decline it first: a case is not closed without an answer.");
  const askAt =
    it.satisfaction === undefined && kind.satisfaction !== undefined
      ? deadline(kind.satisfaction.after, now, calendar).due
      : undefined;
  const report: CaseLetter[] =
    kind.closing?.reportTo === undefined
      ? []
      : [{ kind: "staff-case-customer", to: { team: kind.closing.reportTo }, plain: true }];
  return {
    after: { ...it, status: "closed", closedAt: now, ...(askAt !== undefined && { askAt }) },
    actor,
    action: "closed",
    tell: [{ kind: "closed" }, ...report],
    ...(words !== undefined && { words }),
  };
};

/** Work begins anew: the same milestones from this moment, and an execution of its own. */
export const reopen = (
  it: Case,
  { kind, calendar }: CaseRules,
  actor: Actor,
  words: Words | undefined,
  now: Instant,
): Decided | Refusal<"already-done" | "too-late"> => {
  if (isWorkedOn(it)) return refuseAct("already-done", "It is open.");
  if (actor === "customer" && isOver(it) && !within(it, kind.reopening?.within, calendar, now))
    return { refused: "too-late", detail: "It was closed too long ago; a new case is looked at sooner." };
  return { ...restarted(it, { kind, calendar }, now), actor, action: "reopened", tell: [{ kind: "reopened" }], ...(words !== undefined && { words }) };
};

const within = (
  { closedAt }: Case,
  span: Parameters<typeof deadline>[0] | undefined,
  calendar: CaseRules["calendar"],
  now: Instant,
): boolean =>
  closedAt !== undefined && span !== undefined && now <= deadline(span, closedAt, calendar).due;

/** Everything is owed again, from now: what was acknowledged once need not be acknowledged again. */
export const restarted = (
  it: Case,
  { kind, calendar }: Pick<CaseRules, "kind" | "calendar">,
  now: Instant,
): Pick<Decided, "after" | "newRun"> => {
  const { closeAt: _closes, closedAt: _closed, askAt: _ask, answeredAt: _answered, ...rest } = it;
  const fresh = firstMilestones(kind, now, it.completeAt === undefined ? undefined : now, calendar);
  const acknowledged = it.milestones.some(
    ({ action, state }) => action === "acknowledge" && (state === "kept" || state === "late"),
  );
  const milestones = acknowledged ? keep(kind, fresh, "acknowledge", now, calendar) : fresh;
  return {
    after: {
      ...rest,
      status: "open",
      milestones,
      earlier: [...(it.earlier ?? []), { kind: it.kind, milestones: it.milestones }],
    },
    newRun: {},
  };
};
