import { type Deed, type StaffAct, type StaffWish, wordsIn } from "./action.ts";
import { ask, informationComplete } from "./asking.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { clarify, notClarified } from "./clarify.ts";
import { classify } from "./classify.ts";
import { answeredToStaff, costNotice, costUnanswered } from "./cost.ts";
import { type CaseRefusal, type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { escalate } from "./escalate.ts";
import { extend } from "./extend.ts";
import { close, finish, reopen } from "./finish.ts";
import { keeping } from "./keeping.ts";
import { pointTo } from "./point.ts";

/** What an act of staff makes of a case at this moment, or why it makes nothing of it. */
export const act = <Act extends StaffAct>(
  it: Case,
  rules: CaseRules,
  wanted: Act,
  wish: StaffWish[Act],
  deed: Deed,
): Decided | CaseRefusal => notNow(it, wanted) ?? acts[wanted](it, rules, wish, deed);

/** Possible whatever has become of the case. */
const anyTime: readonly StaffAct[] = ["note", "reopen"];
/** After the answer, until it is closed. */
const afterwards: readonly StaffAct[] = ["close", "escalate", "cost-notice", "assign", "clarify"];

const notNow = (it: Case, wanted: StaffAct): CaseRefusal | undefined => {
  if (anyTime.includes(wanted) || isWorkedOn(it)) return undefined;
  if (isOver(it))
    return refuseAct(wanted === "close" ? "already-done" : "closed", "It is closed: reopen it first.");
  if (afterwards.includes(wanted)) return undefined;
  return refuseAct("already-done", "It was answered: reopen it before anything else is done.");
};

type Decide<Wish> = (it: Case, rules: CaseRules, wish: Wish, deed: Deed) => Decided | CaseRefusal;

/** Never back to somebody whose decision the customer has asked another to look at. */
const assign: Decide<StaffWish["assign"]> = (it, _rules, wish, { actor }) => {
  const { to } = wish;
  if (it.handler === to) return refuseAct("already-done", `${to} has it already.`);
  if (it.handlersBefore?.includes(to))
    return refuseAct("not-offered", `${to} had it before it was escalated: somebody else decides.`);
  return {
    after: { ...it, handler: to },
    actor,
    action: "assigned",
    tell: [{ kind: "staff-case-assigned", plain: true }],
    ...wordsIn(wish),
  };
};

const note: Decide<StaffWish["note"]> = (it, _rules, { text }, { actor }): Decided => ({
  after: it,
  actor,
  action: "noted",
  tell: [],
  words: { text },
});

const notReady = (it: Case, rules: CaseRules, wish: StaffWish["answer"]): CaseRefusal | undefined =>
  costUnanswered(it) ?? notClarified(it, rules, "answer", wish);

const acts: { readonly [Act in StaffAct]: Decide<StaffWish[Act]> } = {
  acknowledge: keeping("acknowledge"),
  update: keeping("update"),
  plan: keeping("plan"),
  answer: (it, rules, wish, deed) =>
    it.kind === "inquiry"
      ? (notReady(it, rules, wish) ?? finish(it, rules, "answered", { text: wish.text }, deed))
      : keeping("answer")(it, rules, wish, deed),
  resolve: (it, rules, wish, deed) =>
    notReady(it, rules, wish) ?? finish(it, rules, "resolved", { text: wish.text }, deed),
  decline: (it, rules, words, deed) => finish(it, rules, "declined", words, deed),
  extend,
  "request-information": ask,
  "information-complete": informationComplete,
  escalate,
  close: (it, rules, wish, deed) => notClarified(it, rules, "close", wish) ?? close(it, rules, wish, deed),
  clarify,
  point: pointTo,
  reopen,
  assign,
  classify,
  note,
  "cost-notice": costNotice,
  "cost-answer": answeredToStaff,
};
