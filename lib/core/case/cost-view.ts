import type { CalendarDate } from "#core/calendar.ts";
import type { Instant } from "#core/time.ts";
import type { Case } from "./case.ts";
import type { InformationRequest } from "./request.ts";
import type { Words } from "./words.ts";

/** A notice of costs as its customer and staff see it: what was told, when, and who answered what. */
export interface CostShown {
  /** Its number, which an answer names. */
  readonly notice: number;
  readonly toldAt: Instant;
  /** Absent where it was erased, as are all that follow from what somebody wrote. */
  readonly text?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly coveredUntil?: CalendarDate;
  /** `over`: the case ended before an answer. */
  readonly state: "open" | "told" | "silent" | "over" | "accepted" | "declined" | "withdrawn";
  readonly answeredAt?: Instant;
  readonly by?: string;
}

/** In the order in which they were told. @param words what was written with the change of that `rev`. */
export const costsShown = (
  { requests }: Pick<Case, "requests">,
  words: (entry: number) => Words | undefined,
): CostShown[] => requests.filter(({ of }) => of === "cost").map((notice) => shown(notice, words));

const shown = (
  { entry, askedAt, ended }: InformationRequest,
  words: (entry: number) => Words | undefined,
): CostShown => {
  const { text, cost } = words(entry) ?? {};
  const by = ended?.entry === undefined ? undefined : words(ended.entry)?.by;
  return {
    notice: entry,
    toldAt: askedAt,
    ...(text !== undefined && { text }),
    ...cost,
    state: stateOf(ended),
    ...(ended?.entry !== undefined && { answeredAt: ended.at }),
    ...(by !== undefined && { by }),
  };
};

const stateOf = (ended: InformationRequest["ended"]): CostShown["state"] => {
  if (ended === undefined) return "open";
  return ended.how === "answered" || ended.how === "complete" ? "over" : ended.how;
};
