import { lengthOf } from "#core/message/span.ts";
import { duration } from "#core/time.ts";
import type { AppointmentPolicy } from "../shape.ts";
import { type ExplainedRule, explained } from "./rule.ts";
import type { Wording } from "./wording.ts";

/** What becomes of a slot that is given back. */
export const waitingRules = ({ waitingList }: AppointmentPolicy, wording: Wording): ExplainedRule[] => {
  if (waitingList === undefined) return [];
  const { language, texts, say } = wording;
  const { groupSize: group, offersPerPersonPerDay: offers, entriesPerPerson: places } = waitingList;
  const [hold, cutOff] = [waitingList.hold, waitingList.cutOff].map((text) =>
    lengthOf(language, duration(text)),
  );
  const facts = { group, hold: hold ?? "", cutOff: cutOff ?? "", offers, places };
  return [explained("waitingList", waitingList, say(texts.waitingList, facts))];
};
