import type { Instant } from "#core/time.ts";
import { type Away, isAwayAt } from "./absence.ts";

/** The absence of a person at that moment; nobody has two at once. */
export const absenceOf = (absences: readonly Away[], person: string, at: Instant): Away | undefined =>
  absences.find((each) => each.person === person && isAwayAt(each, at));

/** Who was asked in vain before somebody was there. */
export interface Reached {
  /** A person, or a team; none where the last who is away named nobody. */
  readonly who?: string;
  readonly instead: readonly Away[];
}

/**
 * Whoever is there for a person at that moment: themselves, or who stands in, and for whoever stands in and is away too
 * the next. It ends at somebody who is there, at a team, or at nobody, and never goes round in a circle.
 */
export const reach = (absences: readonly Away[], person: string, at: Instant): Reached => {
  const instead: Away[] = [];
  for (let who: string | undefined = person; who !== undefined; ) {
    const away = absenceOf(absences, who, at);
    if (away === undefined) return { who, instead };
    if (instead.some((each) => each.person === away.person)) return { instead };
    instead.push(away);
    who = away.standIn;
  }
  return { instead };
};

/** Whether some moment would come at which everybody who stands in for the other is away. */
export const goesRound = (absences: readonly Away[], wanted: Away): boolean =>
  momentsWithin(absences, wanted).some((at) => isRound(absences, wanted.person, at));

/** Who is away changes only when somebody leaves. */
const momentsWithin = (absences: readonly Away[], wanted: Away): Instant[] => [
  wanted.from,
  ...absences.map(({ from }) => from).filter((from) => isAwayAt(wanted, from)),
];

const isRound = (absences: readonly Away[], person: string, at: Instant): boolean => {
  const { who, instead } = reach(absences, person, at);
  return who === undefined && instead.at(-1)?.standIn !== undefined;
};
