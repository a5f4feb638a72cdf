import type { Ending } from "#core/ledger/satisfaction.ts";
import { dateIn } from "#core/wall-clock.ts";

/** How many cases of one company ended in one month, and what their customers said. */
export interface Satisfied {
  readonly pack: string;
  /** `2026-12`, in the company's zone: when they were closed. */
  readonly month: string;
  readonly ended: number;
  readonly asked: number;
  readonly satisfied: number;
  readonly notSatisfied: number;
  /** Of those that were asked. */
  readonly unanswered: number;
}

/** By month; each real closing counts once. */
export const satisfied = (endings: readonly Ending[], timeZone: string): Satisfied[] =>
  [...Map.groupBy(endings, ({ at }) => dateIn(timeZone, at).slice(0, "2026-12".length))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, those]) => ({
      pack: those[0]?.pack ?? "",
      month,
      ended: those.length,
      asked: those.filter(({ askedAt }) => askedAt !== undefined).length,
      satisfied: those.filter(({ said }) => said === "satisfied").length,
      notSatisfied: those.filter(({ said }) => said === "not-satisfied").length,
      unanswered: those.filter(({ said, askedAt }) => said === undefined && askedAt !== undefined).length,
    }));
