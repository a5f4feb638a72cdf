import type { Item, Key, Write } from "#core/table.ts";
import { day, epoch, type Instant, plus, until } from "#core/time.ts";

/** Who writes the automatic answer: we, their own mail program, or nobody. */
export const answering = ["kept", "own", "none"] as const;
export type Answering = (typeof answering)[number];

/** Somebody is away from `from`, and is back at `to`. Persons and stand-ins are ids of the policy. */
export interface Away {
  readonly id: string;
  readonly person: string;
  readonly from: Instant;
  readonly to: Instant;
  /** A person, or a team. */
  readonly standIn?: string;
  readonly automaticAnswer: Answering;
}

/** How the promise of an automatic answer ended. */
export interface AbsenceEnd {
  readonly state: "kept" | "broken" | "void";
  readonly at: Instant;
  readonly evidence: string;
}

/** An absence with its history, at `sk` "head". */
export interface Absence extends Key, Away {
  readonly type: "absence";
  readonly pack: string;
  readonly version: 1;
  readonly rev: number;
  readonly madeAt: Instant;
  /** Away for so long that an automatic answer is promised (expandit, "E-Mail-Regeln"). */
  readonly promised: boolean;
  /** When what was theirs was passed on. */
  readonly begunAt?: Instant;
  readonly ended?: AbsenceEnd;
  /** Somebody ended it before its time. */
  readonly endedEarly?: true;
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export const absenceKey = (pack: string, id: string): Key => ({ pk: `${pack}#absence#${id}`, sk: "head" });

export const asAbsence = (item: Item): Absence => item as unknown as Absence;

/** In milliseconds of exact time. */
export const lengthOf = ({ from, to }: Pick<Away, "from" | "to">): number => until(from, to);

/** From its first moment; at its last they are back. */
export const isAwayAt = ({ from, to }: Pick<Away, "from" | "to">, at: Instant): boolean =>
  from <= at && at < to;

const listKey = (pack: string): string => `${pack}#absences`;

/** Those of a company that are not over at that moment: they lie in order of their end. */
export const notOver = (pack: string, at: Instant): { pk: string; from: string; to: string } => ({
  pk: listKey(pack),
  from: `to#${at}`,
  to: "to#~",
});

const listed = ({ pack, to, id }: Pick<Absence, "pack" | "to" | "id">): Key => ({
  pk: listKey(pack),
  sk: `to#${to}#${id}`,
});

/** Nobody asks who was away longer ago; the absence itself stays. */
const listedFor = 30 * day;

export const putListed = (it: Absence): Write => ({
  put: {
    ...listed(it),
    type: "away",
    ...awayOf(it),
    expiresAt: Math.floor(epoch(plus(it.to, listedFor)) / 1000),
  },
  if: { exists: false },
});

export const takeOffList = (it: Absence): Write => ({ delete: listed(it), if: { exists: true } });

/** What others need to know of an absence. */
export const awayOf = ({ id, person, from, to, standIn, automaticAnswer }: Away): Away => ({
  id,
  person,
  from,
  to,
  ...(standIn !== undefined && { standIn }),
  automaticAnswer,
});

export const asAway = (item: Item): Away => awayOf(item as unknown as Away);

/** Counts what was entered for a company: two who enter at once see each other. */
export const bookKey = (pack: string): Key => ({ pk: listKey(pack), sk: "book" });

export const nextInBook = (pack: string, book: Item | undefined): Write => {
  const rev = Number(book?.["rev"] ?? 0);
  return {
    put: { ...bookKey(pack), type: "absence-book", rev: rev + 1 },
    if: book === undefined ? { exists: false } : { equals: { rev } },
  };
};
