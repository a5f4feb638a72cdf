import type { Refusal } from "#core/errors.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { CaseKindPolicy } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";
import { type Deed, type StaffWish, wordsIn } from "./action.ts";
import type { Case } from "./case.ts";
import { applicable, mailboxOf, teamAt } from "./circumstances.ts";
import { type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { placed } from "./intake.ts";
import { firstMilestones, keep, planned, voidOpen } from "./keep.ts";
import type { Milestone } from "./milestone.ts";
import { withPauses } from "./pause.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/**
 * It is of another kind than it was taken for: what that one owed is void, and what this one owes counts from the same
 * receipt. What was done already counts as done.
 */
export const classify = (
  it: Case,
  rules: CaseRules,
  wish: StaffWish["classify"],
  { actor, now }: Deed,
): Decided | Refusal<"already-done" | "unknown-kind"> => {
  const { kind: name, topic = it.topic } = wish;
  const kind = rules.cases.kinds[name];
  if (kind === undefined) return refuseAct("unknown-kind", `This company handles no ${name}.`);
  if (name === it.kind && topic === it.topic)
    return refuseAct("already-done", "That is what it counts as already.");
  if (topic !== it.topic && !kind.topics?.some(({ id }) => id === topic))
    return refuseAct("unknown-kind", `No ${name} is about "${topic}".`);
  const moved = { ...it, ...placedAt(rules, kind, topic, it), kindBy: "staff", ...about(topic) };
  const same = name === it.kind;
  return {
    after: same ? moved : { ...moved, kind: name, ...otherMilestones(moved, kind, name, { ...rules, now }) },
    actor,
    action: "classified",
    reason: `${it.kind} to ${name}`,
    tell: [{ kind: "staff-case-assigned", plain: true }],
    ...wordsIn(wish),
    ...(!same && { newRun: { stop: `Now a case of the kind ${name}` } }),
  };
};

/** Logged where it came in, as far as cases of the new kind can be. */
const placedAt = (
  { policy, cases }: CaseRules,
  kind: CaseKindPolicy,
  topic: string | undefined,
  { fields, mailbox: cameIn }: Case,
): Pick<Case, "team" | "missing" | "mailbox"> => {
  const company = { ...policy, cases };
  const { team, missing } = placed(kind, topic, fields, teamAt(company, cameIn));
  const mailbox = mailboxOf(company, kind, team, cameIn);
  return { team, missing, ...(mailbox !== undefined && { mailbox }) };
};

const about = (topic: string | undefined): Pick<Case, "topic"> => (topic === undefined ? {} : { topic });

const otherMilestones = (
  it: Case,
  kind: CaseKindPolicy,
  name: CaseKind,
  { calendar, now }: { readonly calendar: WorkCalendar; readonly now: Deed["now"] },
): Pick<Case, "milestones" | "earlier"> => {
  const before = lastAs(it, name);
  const owed = done(it.milestones).reduce<Milestone[]>(
    (those, { action, at, due }) => {
      const kept = keep(kind, those, action, at, calendar);
      return action === "plan" && due !== undefined ? planned(kind, kept, due, at, calendar) : kept;
    },
    firstOf(it, kind, calendar).map((each) => stoodBefore(before, each)),
  );
  const left = { kind: it.kind, milestones: voidOpen(it.milestones, now, "reclassified"), until: now };
  return {
    milestones: withPauses(kind, owed, it.requests, now, calendar),
    // What is taken up again stands among what is owed: it is one promise, and counts once.
    earlier: [...(it.earlier ?? []).filter((each) => each !== before), left],
  };
};

/** From its receipt, or from when work began anew: it is the same case, whatever it was taken for. */
const firstOf = (it: Case, kind: CaseKindPolicy, calendar: WorkCalendar): Milestone[] => {
  const { completeAt, reopenedAt, receivedAt } = it;
  const from = reopenedAt ?? receivedAt;
  const complete = completeAt === undefined || completeAt > from ? completeAt : from;
  return firstMilestones(applicable(kind, it), from, complete, calendar);
};

type Earlier = NonNullable<Case["earlier"]>[number];

/** What it owed when it was last of that kind, since work on it began. */
const lastAs = ({ earlier, reopenedAt }: Case, name: CaseKind): Earlier | undefined => {
  const since = (until: Instant | undefined) =>
    reopenedAt === undefined || (until !== undefined && until > reopenedAt);
  return earlier?.findLast(({ kind, until }) => kind === name && since(until));
};

/** Back to the kind that it had: what was done is done, dates stand where they stood, and what was told is told. */
const stoodBefore = (before: Earlier | undefined, milestone: Milestone): Milestone => {
  const stood = before?.milestones.find(({ id }) => id === milestone.id);
  if (stood?.state === "kept" || stood?.state === "late") return stood;
  const was = stood?.state === "void" ? stood.was : undefined;
  return was === undefined ? milestone : { id: milestone.id, action: milestone.action, ...was };
};

type Done = Extract<Milestone, { state: "kept" | "late" }>;

/** In the order in which it was done. */
const done = (milestones: readonly Milestone[]): Done[] =>
  milestones
    .filter((each): each is Done => each.state === "kept" || each.state === "late")
    .sort((a, b) => (a.at < b.at ? -1 : 1));
