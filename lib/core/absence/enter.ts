import type { Refusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import { madeIn, wake } from "#core/table.ts";
import { duration, hour, type Instant } from "#core/time.ts";
import { type Absence, type Answering, type Away, absenceKey, lengthOf } from "./absence.ts";
import { goesRound } from "./stand-in.ts";

/** What somebody wants to enter. */
export interface AbsenceWish {
  readonly person: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly standIn?: string | undefined;
  /** Left out: we write it, where somebody stands in. */
  readonly automaticAnswer?: Answering | undefined;
}

export type AbsenceRefusal = Refusal<
  | "no-absences"
  | "unknown-person"
  | "span-empty"
  | "date-in-past"
  | "absence-unanswered"
  | "absence-overlaps"
  | "stand-in-circle"
>;

const refuse = (refused: AbsenceRefusal["refused"], detail: string): AbsenceRefusal => ({ refused, detail });

/**
 * An absence as it is entered, or why it cannot be. Over the policy's length it takes an automatic answer and somebody
 * who stands in (expandit, "E-Mail-Regeln"); exactly so long it does not.
 * @param known those of the company that are not over.
 */
export const enter = (
  policy: Policy,
  known: readonly Away[],
  wish: AbsenceWish,
  { id, now }: { readonly id: string; readonly now: Instant },
): Absence | AbsenceRefusal => {
  const rule = policy.absence;
  if (rule === undefined) return refuse("no-absences", `${policy.company} enters no absences here.`);
  const away = awayFrom(wish, id);
  const longest = duration(rule.unanswered);
  return (
    wrongNames(policy, away) ??
    wrongTimes(away, known, now) ??
    unanswered(away, known, longest) ??
    circle(away, known) ?? {
      ...absenceKey(policy.pack, id),
      type: "absence",
      pack: policy.pack,
      version: 1,
      rev: 1,
      ...away,
      promised: lengthOf(away) > longest,
      ...madeIn(policy.pack, now),
      ...wake(absenceKey(policy.pack, id), away.from),
    }
  );
};

const awayFrom = ({ person, from, to, standIn, automaticAnswer }: AbsenceWish, id: string): Away => ({
  id,
  person,
  from,
  to,
  ...(standIn !== undefined && { standIn }),
  automaticAnswer: automaticAnswer ?? (standIn === undefined ? "none" : "kept"),
});

const wrongNames = ({ contacts, cases }: Policy, { person, standIn }: Away): AbsenceRefusal | undefined => {
  const persons = (contacts?.persons ?? []).map(({ id }) => id);
  const teams = (cases?.teams ?? []).map(({ id }) => id);
  if (!persons.includes(person))
    return refuse("unknown-person", `Nobody is called "${person}" here; there are ${persons.join(", ")}.`);
  if (standIn === undefined || persons.includes(standIn) || teams.includes(standIn)) return undefined;
  const all = [...persons, ...teams].join(", ");
  return refuse("unknown-person", `Nobody is called "${standIn}" here; ${all} can stand in.`);
};

const wrongTimes = (away: Away, known: readonly Away[], now: Instant): AbsenceRefusal | undefined => {
  const { person, from, to } = away;
  if (to <= from) return refuse("span-empty", "An absence ends after it begins.");
  if (to <= now) return refuse("date-in-past", "That absence is over already.");
  const other = known.find((each) => each.person === person && each.from < to && from < each.to);
  return (
    other &&
    refuse(
      "absence-overlaps",
      `${person} is away from ${other.from} to ${other.to} already: end that one, or enter the rest.`,
    )
  );
};

const isAnswered = ({ automaticAnswer, standIn }: Away): boolean =>
  automaticAnswer !== "none" && standIn !== undefined;

const unanswered = (away: Away, known: readonly Away[], longest: number): AbsenceRefusal | undefined => {
  const row = inARow(away, known);
  const [first = away, last = away] = [row[0], row.at(-1)];
  if (row.every(isAnswered) || lengthOf({ from: first.from, to: last.to }) <= longest) return undefined;
  return refuse(
    "absence-unanswered",
    `Away for more than ${longest / hour} hours: name who stands in, and leave the automatic answer on.`,
  );
};

/** Absences of which one begins when the other ends are one in which nobody answers. */
const inARow = (away: Away, known: readonly Away[]): Away[] => {
  const own = [...known.filter(({ person }) => person === away.person), away];
  const rows: Away[][] = [];
  for (const each of own.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const row = rows.at(-1);
    if (row?.at(-1)?.to === each.from) row.push(each);
    else rows.push([each]);
  }
  return rows.find((row) => row.includes(away)) ?? [away];
};

const circle = (away: Away, known: readonly Away[]): AbsenceRefusal | undefined =>
  goesRound([...known, away], away)
    ? refuse(
        "stand-in-circle",
        `${away.standIn} is away then, and at last ${away.person} would stand in: name somebody who is there.`,
      )
    : undefined;
