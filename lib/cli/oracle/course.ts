import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import { countFrom } from "./count.ts";
import type { Days } from "./days.ts";
import type { Circumstances, Expected, Watched } from "./deed.ts";
import { alertsOf, type Owed, owedAt } from "./milestones.ts";

interface Asked {
  readonly of: "customer" | "thirdParty";
  readonly at: number;
}

/** A case as the count has it, from one deed to the next. */
export interface Course {
  readonly days: Days;
  readonly cases: CasePolicy;
  readonly receivedAt: number;
  readonly there: Circumstances;
  readonly expected: Expected[];
  kind: CaseKindPolicy;
  owed: Owed[];
  completeAt: number | undefined;
  asked: Asked[];
  closeAt?: number | undefined;
  askAt?: number | undefined;
  /** The answer is out. */
  answered: boolean;
  closed: boolean;
  rated: boolean;
}

export const begun = (cases: CasePolicy, it: Watched, days: Days): Course => {
  const kind = kindOf(cases, it.kind);
  const required = kind.topics?.find(({ id }) => id === it.topic)?.fields.filter((field) => field.required);
  const missing = (required ?? []).some(({ id }) => !it.filled.includes(id));
  const completeAt = missing ? undefined : it.receivedAt;
  const now = it.registeredAt;
  return {
    days,
    cases,
    kind,
    completeAt,
    receivedAt: it.receivedAt,
    there: it,
    expected: [
      { at: now, what: "registered" },
      { at: now, what: "staff-case-assigned" },
    ],
    owed: owedAt(kind, { receivedAt: it.receivedAt, completeAt, now, there: it }, days),
    asked: missing && kind.requests !== undefined ? [{ of: "customer", at: now }] : [],
    answered: false,
    closed: false,
    rated: false,
  };
};

export const kindOf = ({ kinds }: CasePolicy, name: CaseKind): CaseKindPolicy => {
  const kind = kinds[name];
  if (kind === undefined) throw new RangeError(`no kind ${name}`);
  return kind;
};

/** What time alone brings before `until`, in order: silence, closing, the question whether they are satisfied. */
export const timeTo = (course: Course, until: number): void => {
  for (const each of course.asked) {
    const silent = silentAt(course, each);
    if (silent >= until) continue;
    endAsked(course, silent, (other) => other === each);
    course.expected.push({ at: silent, what: "staff-case-customer" });
  }
  if (course.closeAt !== undefined && course.closeAt < until) close(course, course.closeAt);
  if (course.askAt !== undefined && course.askAt < until) {
    course.expected.push({ at: course.askAt, what: "satisfaction" });
    course.askAt = undefined;
  }
};

const silentAt = ({ kind, days }: Course, { at }: Asked): number =>
  kind.requests === undefined ? Number.POSITIVE_INFINITY : countFrom(kind.requests.silentAfter, at, days);

export const close = (course: Course, at: number): void => {
  const { closing, satisfaction } = course.kind;
  course.closed = true;
  course.closeAt = undefined;
  course.expected.push({ at, what: "closed" });
  if (closing?.reportTo !== undefined) course.expected.push({ at, what: "staff-case-customer" });
  if (satisfaction !== undefined && !course.rated)
    course.askAt = countFrom(satisfaction.after, at, course.days);
};

/** Of each question that ends, the reminders that went out before. */
export const endAsked = (course: Course, at: number, ends: (asked: Asked) => boolean = () => true): void => {
  for (const each of course.asked.filter(ends)) remind(course, each, at);
  course.asked = course.asked.filter((each) => !ends(each));
};

const remind = ({ kind, days, expected }: Course, asked: Asked, until: number): void => {
  if (asked.of !== "customer") return;
  for (const span of kind.requests?.reminders ?? []) {
    const at = countFrom(span, asked.at, days);
    if (at < until) expected.push({ at, what: "information-request" });
  }
};

/** The alerts of all dates that stood up to now: they are replaced, or the count ends. */
export const leave = ({ owed, expected, days }: Course, now: number): void => {
  for (const each of owed) expected.push(...alertsOf(each, now, days));
};
