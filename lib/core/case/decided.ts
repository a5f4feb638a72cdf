import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import type { CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Case, CaseTerms } from "./case.ts";
import type { CaseMessageKind } from "./message-kind.ts";
import type { Words } from "./words.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** What a case is decided by: its own policy, as it stood when the case was registered, and the days of its customer. */
export interface CaseRules {
  readonly policy: Policy;
  readonly cases: CasePolicy;
  /** Of the kind that the case is of now. */
  readonly kind: CaseKindPolicy;
  readonly calendar: WorkCalendar;
}

/** A message that a change comes to owe. */
export type CaseLetter = Omit<CaseTerms, "entry"> & {
  readonly kind: CaseMessageKind;
  /** Without its words: a message that says only what the case itself says. */
  readonly plain?: true;
  /** Words of an earlier change, where it repeats them. */
  readonly entry?: number;
  /** After that it would mislead; left out: a week. */
  readonly sendUntil?: Instant;
};

/** A change of a case, decided and not yet written. */
export interface Decided {
  readonly after: Case;
  readonly actor: Actor;
  /** What happened, in one stable word: `acknowledged`. */
  readonly action: string;
  /** A stable word for why, never a person's own. */
  readonly reason?: string;
  readonly tell: readonly CaseLetter[];
  readonly words?: Words;
  /** Items outside of the case that it writes as well. */
  readonly writes?: readonly Write[];
  /** A new execution takes over; the old one is stopped with this cause, if there is one. */
  readonly newRun?: { readonly stop?: string };
}

export type CaseRefusal = Refusal<
  | "closed"
  | "already-done"
  | "not-open"
  | "not-offered"
  | "date-in-past"
  | "too-late-to-extend"
  | "unknown-kind"
  | "changed-meanwhile"
  | "cost-unanswered"
  | "not-clarified"
  | "not-understood"
>;

export const refuseAct = <Code extends CaseRefusal["refused"]>(
  refused: Code,
  detail: string,
): Refusal<Code> => ({ refused, detail });
