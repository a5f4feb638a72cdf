import { whenOpen } from "#core/case/deadline.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import { type Instant, plus } from "#core/time.ts";
import type { Away } from "../absence/absence.ts";
import { absenceOf, reach } from "../absence/stand-in.ts";
import type { Question } from "../policy/contacts.ts";

/** How somebody stands at a moment: at work, not yet, or away. */
export type Standing =
  | { readonly state: "in-hours" }
  | { readonly state: "outside-hours"; readonly until: Instant }
  | { readonly state: "away"; readonly until: Instant };

/** Somebody who was thought of; `for`: whom they stand in for. */
export interface Considered {
  readonly who: string;
  readonly as: "primary" | "secondary" | "stand-in";
  readonly for?: string;
  readonly standing: Standing;
}

export interface Choice {
  readonly question: Question;
  /** A person; the team of the question where nobody is there, nor anybody who stands in. */
  readonly chosen: string;
  readonly isTeam: boolean;
  readonly considered: readonly Considered[];
}

/** Who is away when, and when everybody works. */
export interface Presence {
  readonly absences: readonly Away[];
  /** @throws RangeError for nobody's id. */
  readonly calendarOf: (person: string) => WorkCalendar;
  readonly isTeam: (id: string) => boolean;
}

/**
 * Who answers a question at that moment (expandit, "Telefonregeln"): the first contact if at work, else the second; out of
 * both their hours the first who is not away; then whoever stands in for them; and at last the team.
 */
export const choose = (question: Question, presence: Presence, at: Instant): Choice => {
  const named = (["primary", "secondary"] as const).map(
    (as): Considered => ({ who: question[as], as, standing: standingOf(question[as], presence, at) }),
  );
  const standIns = named.flatMap(({ who, standing }) =>
    standing.state === "away" ? standInOf(who, presence, at) : [],
  );
  const present = ({ standing }: Considered) => standing.state === "in-hours";
  const notAway = ({ standing }: Considered) => standing.state !== "away";
  const found =
    named.find(present) ?? named.find(notAway) ?? standIns.find(present) ?? standIns.find(notAway);
  const needed = named.some(notAway) ? named : [...named, ...standIns];
  const chosen = found?.who ?? question.team;
  return { question, chosen, isTeam: presence.isTeam(chosen), considered: needed };
};

const standInOf = (person: string, presence: Presence, at: Instant): Considered[] => {
  const { who } = reach(presence.absences, person, at);
  if (who === undefined) return [];
  const standing: Standing = presence.isTeam(who) ? { state: "in-hours" } : standingOf(who, presence, at);
  return [{ who, as: "stand-in", for: person, standing }];
};

const standingOf = (person: string, { absences, calendarOf }: Presence, at: Instant): Standing => {
  const away = absenceOf(absences, person, at);
  if (away !== undefined) return { state: "away", until: away.to };
  const calendar = calendarOf(person);
  const atWork = calendar.openings(calendar.dayOf(at)).some(({ start, end }) => start <= at && at < end);
  // Just after this moment: at closing time nobody is there any more.
  return atWork ? { state: "in-hours" } : { state: "outside-hours", until: whenOpen(plus(at, 1), calendar) };
};
