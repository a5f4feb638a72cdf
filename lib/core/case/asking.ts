import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import { type Deed, type StaffWish, wordsIn } from "./action.ts";
import type { Case } from "./case.ts";
import { deadline } from "./deadline.ts";
import { type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { complete, replied } from "./keep.ts";
import { keepsNow } from "./keeping.ts";
import { withPauses } from "./pause.ts";
import { type InformationRequest, isAsked } from "./request.ts";

/** A question to the customer, by mail, or to a third party, whom staff ask themselves; the policy says what waits for it. */
export const ask = (
  it: Case,
  { kind, calendar }: CaseRules,
  { text, of = "customer" }: StaffWish["request-information"],
  { actor, now }: Deed,
): Decided => {
  const { requests: rule } = kind;
  const request: InformationRequest = {
    entry: it.rev + 1,
    of,
    askedAt: now,
    remindAt:
      of === "customer" ? (rule?.reminders ?? []).map((span) => deadline(span, now, calendar).due) : [],
    reminded: 0,
    ...(rule !== undefined && { silentAt: deadline(rule.silentAfter, now, calendar).due }),
  };
  const requests = [...it.requests, request];
  const milestones = of === "customer" ? replied(kind, it.milestones, now, calendar) : it.milestones;
  const asked: Case = {
    ...it,
    requests,
    status: of === "customer" ? "waiting" : it.status,
    milestones: withPauses(kind, milestones, requests, now, calendar),
  };
  return {
    after: asked,
    actor,
    action: "information-requested",
    tell: of === "customer" ? [{ kind: "information-request", ...keepsNow(it, milestones) }] : [],
    words: { text },
  };
};

/** Ends what waits for an answer, and lets time run again that stood still for it. */
export const endRequests = (
  it: Case,
  { kind, calendar }: Pick<CaseRules, "kind" | "calendar">,
  ends: (request: InformationRequest) => boolean,
  how: NonNullable<InformationRequest["ended"]>["how"],
  now: Instant,
): Case => {
  const requests = it.requests.map((each) =>
    isAsked(each) && ends(each) ? { ...each, ended: { at: now, how } } : each,
  );
  const waits = requests.some((each) => isAsked(each) && each.of === "customer");
  return {
    ...it,
    requests,
    status: it.status === "waiting" && !waits ? "open" : it.status,
    milestones: withPauses(kind, it.milestones, requests, now, calendar),
  };
};

/** All that is needed is there: what counts from this moment gets its date. */
export const informationComplete = (
  it: Case,
  rules: CaseRules,
  wish: StaffWish["information-complete"],
  { actor, now }: Deed,
): Decided | Refusal<"already-done"> => {
  if (it.completeAt !== undefined && !it.requests.some(isAsked))
    return refuseAct("already-done", "The information was complete before.");
  const ended = endRequests(it, rules, () => true, "complete", now);
  return {
    after: {
      ...ended,
      completeAt: it.completeAt ?? now,
      missing: [],
      milestones: complete(rules.kind, ended.milestones, now, rules.calendar),
    },
    actor,
    action: "information-complete",
    tell: [],
    ...wordsIn(wish),
  };
};
