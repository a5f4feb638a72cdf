import { earliest, type Instant, second, until } from "#core/time.ts";
import { type Case, isWorkedOn } from "./case.ts";
import { handOverAt } from "./look.ts";
import { inFront } from "./moments.ts";
import { nextMoment } from "./moments-of-case.ts";

/** What an execution is told to do next: ids and counts, for it is read by people and decides nothing. */
export interface Next {
  /** The id of the milestone in front; `any` while none is, `over` when nothing is owed any more. */
  readonly front: string;
  /** How long to wait, at least one second. */
  readonly seconds: number;
  readonly beat: number;
  readonly wakes: number;
}

/** Each wake-up is some events of a history that may hold 25 000. */
const mostWakes = 1000;

/** Whether this execution has run long enough that the next one takes over. */
export const isToHandOver = (it: Case, wakes: number, now: Instant): boolean =>
  isWorkedOn(it) && (wakes >= mostWakes || now >= handOverAt(it));

/** A moment that is not whole seconds away is waited for a little longer, so that nobody wakes before it. */
export const nextOf = (it: Case, wakes: number, now: Instant): Next => {
  const { beat } = it;
  if (!isWorkedOn(it)) return { front: "over", seconds: 1, beat, wakes };
  const wakeUp = earliest([nextMoment(it) ?? handOverAt(it), handOverAt(it)]) ?? now;
  const seconds = Math.max(1, Math.ceil(until(now, wakeUp) / second));
  return { front: inFront(it.milestones)?.id ?? "any", seconds, beat, wakes: wakes + 1 };
};
