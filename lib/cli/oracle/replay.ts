import type { CasePolicy } from "#core/policy/cases.ts";
import { closingBy, countFrom } from "./count.ts";
import { begun, type Course, close, endAsked, kindOf, leave, timeTo } from "./course.ts";
import type { Days } from "./days.ts";
import type { Deed, Expected, Watched } from "./deed.ts";
import { datedFrom, isOwed, keepBy, type Owed, owedAt } from "./milestones.ts";

/** What a count by hand expects of a case: every message with its moment, and how its milestones stand. */
export interface Replayed {
  readonly expected: readonly Expected[];
  readonly owed: readonly Owed[];
}

/** Goes through what people did, and says what else must have happened up to `end`. */
export const replay = (cases: CasePolicy, it: Watched, days: Days, end: number): Replayed => {
  const course = begun(cases, it, days);
  for (const deed of it.deeds) {
    timeTo(course, deed.at);
    follow[`${deed.by} ${deed.does}`]?.(course, deed);
  }
  timeTo(course, end);
  endAsked(course, end);
  leave(course, end);
  return { expected: course.expected, owed: course.owed };
};

type Follow = (course: Course, deed: Deed) => void;

const say = (course: Course, at: number, ...what: readonly string[]): void =>
  void course.expected.push(...what.map((each) => ({ at, what: each })));

const keeping =
  (action: "acknowledge" | "update" | "plan" | "answer", message: string): Follow =>
  (course, { at, date }) => {
    written(course, at);
    keepBy(course.owed, action, { at, now: at }, course.days);
    if (date !== undefined) planFor(course.owed, closingBy(date, course.days), at);
    say(course, at, message);
  };

/** Whatever a person writes to the customer answers them for the first time. */
const written = ({ owed, days }: Course, at: number): void => keepBy(owed, "reply", { at, now: at }, days);

const planFor = (owed: readonly Owed[], due: number, since: number): void => {
  for (const each of owed)
    if (each.rule.due === "plan" && each.due === undefined && isOwed(each))
      Object.assign(each, { due, since });
};

const finish =
  (message: "resolved" | "declined" | "answer"): Follow =>
  (course, { at }) => {
    written(course, at);
    keepBy(course.owed, "answer", { at, now: at }, course.days);
    keepBy(course.owed, "resolve", { at, now: at }, course.days);
    for (const each of course.owed) if (isOwed(each)) each.voidAt = at;
    endAsked(course, at);
    const { closing } = course.kind;
    course.closeAt = closing && countFrom(closing.after, at, course.days);
    course.answered = true;
    say(course, at, message);
  };

/** All is owed anew, from now; who was acknowledged once need not be again. */
const restart = (course: Course, at: number): void => {
  leave(course, at);
  const before = course.owed;
  const { completeAt, there } = course;
  const facts = { there, receivedAt: at, completeAt: completeAt === undefined ? undefined : at, now: at };
  course.owed = owedAt(course.kind, facts, course.days);
  if (before.some(({ rule, doneAt }) => rule.action === "acknowledge" && doneAt !== undefined))
    keepBy(course.owed, "acknowledge", { at, now: at }, course.days);
  Object.assign(course, {
    answered: false,
    closed: false,
    closeAt: undefined,
    askAt: undefined,
    rated: false,
  });
};

const escalate: Follow = (course, { at }) => {
  if (course.answered) restart(course, at);
  say(course, at, "escalated", "staff-case-escalated");
};

const extend: Follow = (course, { at, date }) => {
  const found = course.owed.find((each) => each.rule.extendable && isOwed(each) && each.due !== undefined);
  if (found === undefined || date === undefined) return;
  leave({ ...course, owed: [found] }, at);
  Object.assign(found, { due: closingBy(date, course.days), since: at });
  say(course, at, "extended");
};

const complete: Follow = (course, { at }) => {
  endAsked(course, at);
  course.completeAt ??= at;
  for (const each of course.owed) {
    const { due } = each.rule;
    if (due !== "plan" && due.from === "information-complete" && each.due === undefined && isOwed(each))
      Object.assign(each, datedFrom(each.rule, at, at, course.days));
  }
};

const ask: Follow = (course, { at, of = "customer" }) => {
  course.asked = [...course.asked, { of, at }];
  if (of !== "customer") return;
  written(course, at);
  say(course, at, "information-request");
};

/** Another kind, from the same receipt; what was done counts as done. */
const classify: Follow = (course, { at, kind }) => {
  leave({ ...course, owed: course.owed.map((each) => (isOwed(each) ? { ...each, voidAt: at } : each)) }, at);
  const done = course.owed.filter(({ doneAt }) => doneAt !== undefined);
  const planned = course.owed.find(({ rule }) => rule.due === "plan")?.due;
  if (kind !== undefined) course.kind = kindOf(course.cases, kind);
  course.owed = owedAt(course.kind, { ...course, now: at }, course.days);
  for (const { rule, doneAt = at } of done.toSorted((a, b) => (a.doneAt ?? 0) - (b.doneAt ?? 0)))
    keepBy(course.owed, rule.action, { at: doneAt, now: at }, course.days);
  if (planned !== undefined) planFor(course.owed, planned, at);
  say(course, at, "staff-case-assigned");
};

const write: Follow = (course, { at }) => {
  if (course.closed) {
    restart(course, at);
    return say(course, at, "reopened");
  }
  if (course.answered) objected(course, at);
  else {
    endAsked(course, at, ({ of }) => of === "customer");
    heardAgain(course, at);
  }
  say(course, at, "staff-case-customer");
};

/** Where each mail is promised a first answer, all is owed anew; elsewhere it does not close by itself. */
const objected = (course: Course, at: number): void => {
  if (course.kind.milestones.some(({ action }) => action === "reply")) restart(course, at);
  else course.closeAt = undefined;
};

const heardAgain = (course: Course, at: number): void => {
  const given = course.owed.filter(({ rule, doneAt }) => rule.action === "reply" && doneAt !== undefined);
  leave({ ...course, owed: given }, at);
  course.owed = course.owed.map((each) =>
    given.includes(each) ? { rule: each.rule, ...datedFrom(each.rule, at, at, course.days) } : each,
  );
};

const rate: Follow = (course, { at }) => {
  Object.assign(course, { rated: true, askAt: undefined });
  say(course, at, "staff-case-customer");
};

const follow: Readonly<Record<string, Follow>> = {
  "staff acknowledge": keeping("acknowledge", "acknowledged"),
  "staff update": keeping("update", "updated"),
  "staff plan": keeping("plan", "plan"),
  "staff answer": (course, deed) =>
    (course.kind === course.cases.kinds.inquiry ? finish("answer") : keeping("answer", "answer"))(
      course,
      deed,
    ),
  "staff resolve": finish("resolved"),
  "staff decline": finish("declined"),
  "staff extend": extend,
  "staff request-information": ask,
  "staff information-complete": complete,
  "staff classify": classify,
  "staff assign": (course, { at }) => say(course, at, "staff-case-assigned"),
  "staff cost-notice": (course, { at }) => say(course, at, "cost-notice"),
  "staff escalate": escalate,
  "staff close": (course, { at }) => close(course, at),
  "customer answer": write,
  "customer escalate": escalate,
  "customer satisfaction": rate,
};
