import type { Refusal } from "#core/errors.ts";
import { type Receiver, receivers } from "#core/policy/case-words.ts";
import type { Instant } from "#core/time.ts";
import { type Deed, type StaffWish, wordsIn } from "./action.ts";
import { type Case, isWorkedOn } from "./case.ts";
import { deadline } from "./deadline.ts";
import { type CaseRules, type Decided, refuseAct } from "./decided.ts";
import { restarted } from "./finish.ts";

/** Somebody else looks at it, further up, and never whoever had it first. After the answer work begins anew. */
export const escalate = (
  it: Case,
  rules: CaseRules,
  wish: StaffWish["escalate"],
  { actor, now }: Deed,
): Decided | Refusal<"not-offered" | "closed"> => {
  const up = nextUp(it, rules);
  if (up === undefined) return refuseAct("not-offered", "There is nobody further up who could look at it.");
  if (actor === "customer" && !inTime(it, rules, now))
    return refuseAct("closed", "The time to ask for somebody else to look at it is over.");
  const handed = handedUp(it, up);
  const again = isWorkedOn(it) ? { after: handed } : restarted(handed, rules, now);
  return {
    ...again,
    actor,
    action: "escalated",
    tell: [
      { kind: "escalated", plain: true },
      { kind: "staff-case-escalated", to: up.to, plain: true },
    ],
    ...wordsIn(wish),
  };
};

interface Up {
  readonly to: Receiver;
  readonly team: string;
}

const handedUp = ({ handler, ...rest }: Case, { to, team }: Up): Case => ({
  ...rest,
  team,
  escalatedTo: to,
  handlersBefore: [...(rest.handlersBefore ?? []), ...(handler === undefined ? [] : [handler])],
});

/** Above the level that it has reached; the handler's own level is where it began. */
const nextUp = ({ escalatedTo = "handler" }: Case, { kind, cases }: CaseRules): Up | undefined => {
  const offered = kind.escalation?.to ?? ["manager"];
  return offered
    .filter((each) => receivers.indexOf(each) > receivers.indexOf(escalatedTo))
    .flatMap((to) => {
      const team = to === "handler" ? undefined : cases.receivers?.[to];
      return team === undefined ? [] : [{ to, team }];
    })[0];
};

const inTime = (it: Case, { kind, calendar }: CaseRules, now: Instant): boolean => {
  if (kind.escalation === undefined) return false;
  if (it.answeredAt === undefined) return true;
  return now <= deadline(kind.escalation.within, it.answeredAt, calendar).due;
};
