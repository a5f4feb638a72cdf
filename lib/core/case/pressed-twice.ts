import type { Change } from "#core/change.ts";
import { type Instant, minute, plus } from "#core/time.ts";
import type { CustomerAct } from "./action.ts";
import { type Case, isWorkedOn } from "./case.ts";
import type { InformationRequest } from "./request.ts";

/** What a customer wrote with an earlier press. */
export interface Said extends Pick<Change, "rev" | "at" | "action"> {
  readonly text: string;
}

/** A press that is this much younger than one with the same words is the same press. Ours. */
const samePress = 10 * minute;

const actionsOf: { readonly [Act in CustomerAct]: readonly string[] } = {
  answer: ["customer-wrote", "reopened"],
  escalate: ["escalated"],
  // A second one is refused anyway.
  satisfaction: [],
  // Which notice it answers says whether it is the same.
  accept: [],
  decline: [],
};

/**
 * The same words again, where nothing was asked in between: as the answer to the same request at any time while that is
 * worked on, else within minutes. Later they are new: "Any news?" is asked again, and heard again.
 */
export const isPressedTwice = (
  it: Case,
  act: CustomerAct,
  text: string,
  { said, now }: { readonly said: readonly Said[]; readonly now: Instant },
): boolean => {
  const asked = it.requests.findLast(({ of }) => of === "customer");
  return said.some(
    (each) =>
      each.text === text &&
      actionsOf[act].includes(each.action) &&
      each.rev > (asked?.entry ?? 0) &&
      (endedIt(it, asked, each) || isSamePress(it, each, now)),
  );
};

/** Not where our answer, or the end, came in between: then it objects. */
const isSamePress = ({ answeredAt, closedAt }: Case, { at }: Said, now: Instant): boolean =>
  now <= plus(at, samePress) && at >= (closedAt ?? answeredAt ?? at);

/** What was asked before it was reopened was another matter. */
const endedIt = (it: Case, asked: InformationRequest | undefined, { at }: Said): boolean =>
  asked?.ended?.how === "answered" && asked.ended.at === at && asked.askedAt >= it.runSince && isWorkedOn(it);
