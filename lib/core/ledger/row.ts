import type { Milestone } from "#core/case/milestone.ts";
import type { AnyPromise } from "#core/subject.ts";
import type { Instant } from "#core/time.ts";

/** How each promise may stand; of a milestone `broken` is passed and still owed, `late` was done after that. */
export const promiseStates = [
  "open",
  "warned",
  "extended",
  "broken",
  "kept",
  "late",
  "skipped",
  "failed",
  "unknown",
  "void",
] as const;

/** One line of the ledger: what was promised, about what, by when, and what became of it. Nothing personal. */
export interface LedgerRow {
  /** A name that is the same for every subject: `email-PT48H`, the kind of a letter, a milestone's name. */
  readonly promise: string;
  /** The code of an appointment, the number of a case, the id of an absence, an account. */
  readonly subject: string;
  readonly about: "appointment" | "case" | "absence" | "relation";
  readonly version: number;
  readonly pack: string;
  readonly made: Instant;
  /** Absent for a milestone that ended before it had a date. */
  readonly due?: Instant;
  readonly state: (typeof promiseStates)[number];
  /** When it ended; absent while it is owed. */
  readonly at?: Instant;
  /** The provider's id of the message that kept it, or the reason why it was not. */
  readonly evidence?: string;
}

type About = Pick<LedgerRow, "subject" | "about" | "version" | "pack">;

/**
 * A message with a moment of its own, and one that follows at once from what somebody does: that one was made when it
 * could first go out, the other with its subject.
 */
export const messageRow = (about: About, promise: string, promised: AnyPromise, made: Instant): LedgerRow => {
  const { opens, due, state } = promised;
  const at = opens < due ? opens : made;
  const row = { promise, ...about, made: at > due ? due : at, due, state };
  if (promised.state === "open") return row;
  return {
    ...row,
    at: promised.at,
    evidence: "evidence" in promised ? promised.evidence : promised.reason,
  };
};

/** `undefined` while it has no date: nothing is promised yet. */
export const milestoneRow = (
  about: About,
  promise: string,
  milestone: Milestone,
  made: Instant,
  told: string | undefined,
): LedgerRow | undefined => {
  if (milestone.state === "undated") return undefined;
  const { state, due } = milestone;
  const row = { promise, ...about, made: madeAt(milestone, made), ...(due !== undefined && { due }), state };
  if (milestone.state === "void") return { ...row, at: milestone.at, evidence: milestone.reason };
  if (!("at" in milestone)) return row;
  return { ...row, at: milestone.at, ...(told !== undefined && { evidence: told }) };
};

/** One that counts from another is made when that one is kept. */
const madeAt = (milestone: Milestone, made: Instant): Instant =>
  "why" in milestone && milestone.why.from > made ? milestone.why.from : made;
