import { day, type Instant, minute, plus } from "#core/time.ts";
import { type Case, isWorkedOn } from "./case.ts";
import { nextMoment } from "./moments-of-case.ts";

/** How long a moment may stand past before the sweeper does what an execution did not. */
const sweepAfter = 10 * minute;

/**
 * When the sweeper should look at this case: at once when its execution was lost, else some minutes after the next
 * moment that the execution should have brought. What comes after the answer has no execution: it is the sweeper's own.
 * Messages need no look: the change that owes them wakes until they are carried out.
 */
export const caseLook = (it: Case): Instant | undefined => {
  const next = nextMoment(it);
  if (!isWorkedOn(it)) return next;
  return it.lostAt ?? plus(next ?? handOverAt(it), sweepAfter);
};

/** Step Functions ends an execution after a year, or 25 000 events: one that lives on hands over long before. */
export const handOverAt = ({ runSince }: Pick<Case, "runSince">): Instant => plus(runSince, 300 * day);
