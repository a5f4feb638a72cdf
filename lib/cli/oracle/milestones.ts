import type { CaseKindPolicy, MilestoneAction, MilestonePolicy } from "#core/policy/cases.ts";
import { countBack, countFrom, whileOpen } from "./count.ts";
import type { Days } from "./days.ts";
import type { Circumstances, Expected } from "./deed.ts";

/** A milestone as the count has it. `since` is when its date was made known: what had passed by then is told at once. */
export interface Owed {
  readonly rule: MilestonePolicy;
  due?: number;
  since?: number;
  doneAt?: number;
  /** When it was owed no longer, without having been done. */
  voidAt?: number;
}

export const isOwed = ({ doneAt, voidAt }: Owed): boolean => doneAt === undefined && voidAt === undefined;

/** What is owed of a kind, with the dates that are known at receipt. */
export const owedAt = (
  kind: CaseKindPolicy,
  {
    receivedAt,
    completeAt,
    now,
    there,
  }: { receivedAt: number; completeAt: number | undefined; now: number; there: Circumstances },
  days: Days,
): Owed[] =>
  kind.milestones
    .filter(({ when }) => when === undefined || holds(when, there))
    .map((rule) => {
      const from = rule.due === "plan" ? undefined : startOf(rule.due.from, receivedAt, completeAt);
      return from === undefined ? { rule } : { rule, ...datedFrom(rule, from, now, days) };
    });

/** Whether a milestone that only some cases have belongs to this one. */
const holds = (
  { mailboxes, licences, inbox }: NonNullable<MilestonePolicy["when"]>,
  { mailbox = "", entitled }: Circumstances,
): boolean => {
  const asked = [
    mailboxes?.some((name) => name === mailbox),
    licences?.includes(entitled?.licence ?? "none"),
    inbox === undefined ? undefined : inbox === (entitled?.inbox ?? true),
  ];
  return asked.every((each) => each !== false);
};

const startOf = (
  from: Exclude<MilestonePolicy["due"], "plan">["from"],
  receivedAt: number,
  completeAt: number | undefined,
): number | undefined => {
  if (from === "receipt") return receivedAt;
  return from === "information-complete" ? completeAt : undefined;
};

export const datedFrom = ({ due }: MilestonePolicy, from: number, now: number, days: Days) =>
  due === "plan" ? {} : { due: countFrom(due.within, from, days), since: now };

/** An act at `at` keeps what asks for it, and lets what counts from that begin. */
export const keepBy = (
  owed: readonly Owed[],
  action: MilestoneAction,
  { at, now }: { at: number; now: number },
  days: Days,
): void => {
  const done = owed.filter((each) => each.rule.action === action && isOwed(each));
  for (const each of done) each.doneAt = at;
  const names = new Set(done.map(({ rule }) => rule.id));
  for (const each of owed) {
    const { due } = each.rule;
    const begins = due !== "plan" && typeof due.from !== "string" && names.has(due.from.milestone);
    if (begins && isOwed(each) && each.due === undefined)
      Object.assign(each, datedFrom(each.rule, at, now, days));
  }
};

/** The messages of a date that stood up to `now` at most: whatever their moment, none before anybody knew of the date. */
export const alertsOf = ({ rule, due, since, doneAt, voidAt }: Owed, now: number, days: Days): Expected[] => {
  if (due === undefined || since === undefined) return [];
  const until = Math.min(doneAt ?? now, voidAt ?? now);
  const told = rule.escalate.map(({ after, to }) => ({
    at: Math.max(since, whileOpen(countFrom(after, due, days), days)),
    what: `missed ${rule.id} ${to}`,
  }));
  const all = told.length > 0 ? told : [{ at: Math.max(since, due), what: `missed ${rule.id} handler` }];
  const warnAt = rule.warnBefore && Math.max(since, countBack(rule.warnBefore, due, days));
  const warned = warnAt !== undefined && warnAt < due ? [{ at: warnAt, what: `warned ${rule.id}` }] : [];
  return [...warned, ...all].filter(({ at }) => at < until);
};
