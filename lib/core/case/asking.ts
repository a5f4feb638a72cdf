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

/**
 * A question to the customer, by mail, or to a third party, by mail where somebody says to whom, else by staff themselves
 * (solar, "Erkenning en tijdlijn", 3); the policy says what waits for it, and how often whoever stays silent is asked again.
 */
export const ask = (
  it: Case,
  { kind, calendar }: CaseRules,
  {
    text,
    thirdParty,
    of = thirdParty === undefined ? "customer" : "thirdParty",
  }: StaffWish["request-information"],
  { actor, now }: Deed,
): Decided => {
  const asked = requestOf(it, { kind, calendar }, { of, mailed: thirdParty !== undefined }, now);
  const requests = [...it.requests, asked];
  const milestones = of === "customer" ? replied(kind, it.milestones, now, calendar) : it.milestones;
  const letters = of === "customer" || asked.mailed ? [{ kind: "information-request" as const }] : [];
  return {
    after: {
      ...it,
      requests,
      status: of === "customer" ? "waiting" : it.status,
      milestones: withPauses(kind, milestones, requests, now, calendar),
    },
    actor,
    action: "information-requested",
    tell: letters.map((letter) => ({ ...letter, ...keepsNow(it, milestones) })),
    words: { text, ...(thirdParty !== undefined && { thirdParty }) },
  };
};

const requestOf = (
  { rev }: Case,
  { kind: { requests: rule }, calendar }: Pick<CaseRules, "kind" | "calendar">,
  { of, mailed }: { readonly of: InformationRequest["of"]; readonly mailed: boolean },
  now: Instant,
): InformationRequest => ({
  entry: rev + 1,
  of,
  ...(mailed && { mailed }),
  askedAt: now,
  remindAt:
    of === "customer" || mailed
      ? (rule?.reminders ?? []).map((span) => deadline(span, now, calendar).due)
      : [],
  reminded: 0,
  ...(rule !== undefined && { silentAt: deadline(rule.silentAfter, now, calendar).due }),
});

/**
 * What a third party answers by mail stands on the case, and whoever handles it hears of it. It ends the question where
 * one alone is open: of several, a person says which.
 */
export const thirdPartyWrote = (it: Case, rules: CaseRules, text: string, now: Instant): Decided => {
  const open = it.requests.filter((each) => isAsked(each) && each.mailed);
  return {
    after: open.length === 1 ? endRequests(it, rules, (each) => each === open[0], "answered", now) : it,
    actor: "kept",
    action: "third-party-wrote",
    tell: [{ kind: "staff-case-customer", about: "partyWrote", plain: true }],
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
  const waits = requests.some((each) => isAsked(each) && each.of !== "thirdParty");
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
  const information = ({ of }: InformationRequest) => of !== "cost";
  if (it.completeAt !== undefined && !it.requests.some((each) => isAsked(each) && information(each)))
    return refuseAct("already-done", "The information was complete before.");
  const ended = endRequests(it, rules, information, "complete", now);
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
