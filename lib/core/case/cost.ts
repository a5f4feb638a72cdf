import { type CalendarDate, dayNumber } from "#core/calendar.ts";
import type { Actor } from "#core/change.ts";
import type { Price } from "#core/customer/fees.ts";
import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import type { CustomerWish, Deed, StaffWish } from "./action.ts";
import { endRequests } from "./asking.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { deadline } from "./deadline.ts";
import { type CaseRefusal, type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { replied } from "./keep.ts";
import { keepsNow } from "./keeping.ts";
import { withPauses } from "./pause.ts";
import type { InformationRequest } from "./request.ts";
import type { Words } from "./words.ts";

/** What work costs, or until which day it is covered; neither, where only the text says. */
export type Cost = Price | { readonly coveredUntil: CalendarDate };

/** `withdrawn`: the company took its notice back, and does nothing of what it named. */
export type CostAnswer = "accepted" | "declined" | "withdrawn";

/**
 * Whether a problem costs extra or is covered is told before the work (mission D6; expandit, "Allgemeine
 * Kommunikationsmaßstäbe"). A charge waits for a word, with reminders and an end as the policy says.
 */
export const costNotice = (
  it: Case,
  rules: CaseRules,
  wish: StaffWish["cost-notice"],
  { actor, now }: Deed,
): Decided | Refusal<"date-in-past" | "not-open"> => {
  const { coveredUntil } = wish;
  if (coveredUntil !== undefined && dayNumber(coveredUntil) < rules.calendar.dayOf(now))
    return refuseAct("date-in-past", "That day is over: what it covered until then is not covered now.");
  const cost = costOf(wish);
  const charged = cost !== undefined && "amount" in cost;
  if (charged && !isWorkedOn(it))
    return refuseAct("not-open", "It was answered: costs are told before the work. Reopen it first.");
  const { kind, calendar } = rules;
  const requests = [...it.requests, noticeOf(it, rules, charged, now)];
  const milestones = isWorkedOn(it) ? replied(kind, it.milestones, now, calendar) : it.milestones;
  return {
    after: {
      ...it,
      requests,
      status: charged ? "waiting" : it.status,
      milestones: withPauses(kind, milestones, requests, now, calendar),
    },
    actor,
    action: "cost-told",
    tell: [{ kind: "cost-notice", ...keepsNow(it, milestones) }],
    words: { text: wish.text, ...(cost !== undefined && { cost }) },
  };
};

const costOf = ({ amount, currency, coveredUntil }: StaffWish["cost-notice"]): Cost | undefined => {
  if (amount !== undefined && currency !== undefined) return { amount, currency };
  return coveredUntil === undefined ? undefined : { coveredUntil };
};

const noticeOf = (
  { rev }: Case,
  { kind: { costs }, calendar }: CaseRules,
  charged: boolean,
  now: Instant,
): InformationRequest => {
  const notice = { entry: rev + 1, of: "cost", askedAt: now, reminded: 0 } as const;
  if (!charged) return { ...notice, remindAt: [], ended: { at: now, how: "told" } };
  return {
    ...notice,
    remindAt: (costs?.reminders ?? []).map((span) => deadline(span, now, calendar).due),
    ...(costs !== undefined && { silentAt: deadline(costs.silentAfter, now, calendar).due }),
  };
};

/** Silence is no acceptance: it still waits for a word. */
const waits = ({ of, ended }: InformationRequest): boolean =>
  of === "cost" && (ended === undefined || ended.how === "silent");

/** The newest that waits; 0, which no notice has, where none does. */
export const waitingNotice = (requests: Case["requests"]): number => requests.findLast(waits)?.entry ?? 0;

/** Why a case cannot be finished: nobody knows whether the customer wants what costs extra. */
export const costUnanswered = ({ requests }: Case): Refusal<"cost-unanswered"> | undefined =>
  requests.some(waits)
    ? refuseAct(
        "cost-unanswered",
        "A notice of costs has no answer: record what was said, or withdraw it (cost-answer), then go on.",
      )
    : undefined;

/** By telephone or by mail; or the company takes its notice back. In the name of whoever records it. */
export const answeredToStaff = (
  it: Case,
  rules: CaseRules,
  { answer, by, notice, text }: StaffWish["cost-answer"],
  { actor, now }: Deed,
): Decided | CaseRefusal => {
  const waiting = it.requests.filter(waits);
  if (notice === undefined && waiting.length > 1)
    return refuseAct("not-offered", "Several notices wait for an answer: name the one that is meant.");
  const words = { by, ...(text !== undefined && text !== "" && { text }) };
  return answered(it, rules, { notice: notice ?? waiting[0]?.entry, answer, words, actor }, now);
};

/** By the page behind the link in the notice, once. */
export const answeredByCustomer =
  (answer: "accepted" | "declined") =>
  (
    it: Case,
    rules: CaseRules,
    { notice, name, text }: CustomerWish["accept"],
    now: Instant,
  ): Decided | CaseRefusal => {
    const words = { by: name ?? it.customer.name, ...(text !== undefined && text !== "" && { text }) };
    return answered(it, rules, { notice, answer, words, actor: "customer" }, now);
  };

interface Said {
  readonly notice: number | undefined;
  readonly answer: CostAnswer;
  readonly words: Words;
  readonly actor: Actor;
}

const answered = (
  it: Case,
  rules: CaseRules,
  { notice, answer, words, actor }: Said,
  now: Instant,
): Decided | CaseRefusal => {
  const told = it.requests.find(({ entry, of }) => of === "cost" && entry === notice);
  const refused = refusedAnswer(it, told);
  if (refused !== undefined || told === undefined)
    return refused ?? refuseAct("not-offered", "There is no such notice of costs.");
  const open = { ...it, requests: it.requests.map((each) => (each === told ? askedAnew(told) : each)) };
  const ended = endRequests(open, rules, ({ entry }) => entry === notice, answer, now);
  return {
    after: {
      ...ended,
      requests: ended.requests.map((each) => (each.entry === notice ? by(each, it) : each)),
    },
    actor,
    action: `cost-${answer}`,
    tell: actor === "customer" ? [{ kind: "staff-case-customer", about: heard[answer], plain: true }] : [],
    words,
  };
};

const heard = {
  accepted: "costAccepted",
  declined: "costDeclined",
  withdrawn: "costDeclined",
} as const;

const refusedAnswer = (it: Case, told: InformationRequest | undefined): CaseRefusal | undefined => {
  if (isOver(it)) return refuseAct("closed", "It is closed: nothing waits for this answer any more.");
  if (told === undefined) return refuseAct("not-offered", "There is no such notice of costs.");
  if (!waits(told)) return refuseAct("already-done", "This was answered before, or asks for no answer.");
  return isWorkedOn(it) ? undefined : refuseAct("not-open", "The case was answered meanwhile.");
};

/** A word that comes after all replaces the silence. */
const askedAnew = ({ ended: _silent, ...notice }: InformationRequest): InformationRequest => notice;

const by = (notice: InformationRequest, { rev }: Case): InformationRequest =>
  notice.ended === undefined ? notice : { ...notice, ended: { ...notice.ended, entry: rev + 1 } };

/** Whether a press says what the notice was answered with already: then it is the same press. */
export const isAnsweredSo = ({ requests }: Case, notice: number, answer: CostAnswer): boolean =>
  requests.some(({ entry, of, ended }) => of === "cost" && entry === notice && ended?.how === answer);
