import type { Instant } from "#core/time.ts";
import { type CustomerAct, type CustomerWish, wordsIn } from "./action.ts";
import { endRequests } from "./asking.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { answeredByCustomer } from "./cost.ts";
import { type CaseRefusal, type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { escalate } from "./escalate.ts";
import { reopen } from "./finish.ts";
import { answersEach, hearAgain } from "./hear-again.ts";

/** What the customer does by a link to their case; everything that they write reaches whoever handles it. */
export const customerAct = <Act extends CustomerAct>(
  it: Case,
  rules: CaseRules,
  wanted: Act,
  wish: CustomerWish[Act],
  now: Instant,
): Decided | CaseRefusal => acts[wanted](it, rules, wish, now);

type Decide<Wish> = (it: Case, rules: CaseRules, wish: Wish, now: Instant) => Decided | CaseRefusal;

/**
 * An answer ends what was asked; after ours it is an objection, and the case does not close by itself. Where each mail is
 * promised an answer, one is owed anew.
 */
const answer: Decide<CustomerWish["answer"]> = (it, rules, { text }, now) => {
  if (isOver(it)) return reopen(it, rules, { text }, { actor: "customer", now });
  if (!isWorkedOn(it) && answersEach(rules.kind)) return takenUpAgain(it, rules, text, now);
  const { closeAt: _closes, ...objected } = it;
  const after = isWorkedOn(it)
    ? hearAgain(
        endRequests(it, rules, ({ of }) => of === "customer", "answered", now),
        rules,
        now,
      )
    : objected;
  return { after, actor: "customer", action: "customer-wrote", tell: staffHear, words: { text } };
};

const staffHear: Decided["tell"] = [{ kind: "staff-case-customer", about: "wrote", plain: true }];

/** Before it closed: to the customer it never was over, so nothing tells them that it is open again. */
const takenUpAgain = (it: Case, rules: CaseRules, text: string, now: Instant): Decided | CaseRefusal => {
  const opened = reopen(it, rules, { text }, { actor: "customer", now });
  return "refused" in opened ? opened : { ...opened, tell: staffHear };
};

const rate: Decide<CustomerWish["satisfaction"]> = (it, _rules, { satisfied, text }, now) => {
  if (isWorkedOn(it)) return refuseAct("not-open", "We are still at it; tell us once it is done.");
  if (it.satisfaction !== undefined) return refuseAct("already-done", "You have told us already: thank you.");
  const { askAt: _ask, ...rest } = it;
  return {
    after: { ...rest, satisfaction: { satisfied, at: now, entry: it.rev + 1 } },
    actor: "customer",
    action: satisfied ? "satisfied" : "not-satisfied",
    tell: [{ kind: "staff-case-customer", about: satisfied ? "satisfied" : "not-satisfied", plain: true }],
    ...wordsIn({ text }),
  };
};

const acts: { readonly [Act in CustomerAct]: Decide<CustomerWish[Act]> } = {
  answer,
  escalate: (it, rules, wish, now) =>
    isOver(it)
      ? refuseAct("closed", "It is closed: answer to have it opened again.")
      : escalate(it, rules, wish, { actor: "customer", now }),
  accept: answeredByCustomer("accepted"),
  decline: answeredByCustomer("declined"),
  satisfaction: rate,
};
