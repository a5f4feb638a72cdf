import { deadline } from "#core/case/deadline.ts";
import { warningMoment } from "#core/case/warning.ts";
import type { Words } from "#core/case/words.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import type { Actor } from "#core/change.ts";
import type { PartnerKind } from "#core/policy/contact.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Relation } from "./relation.ts";

/** What a relation becomes, decided and not yet written. */
export interface RelationDecided {
  readonly after: Relation;
  readonly actor: Actor;
  readonly action: string;
  readonly reason?: string;
  readonly words?: Words;
  /** Of rounds. */
  readonly writes: readonly Write[];
  /** Names of the letters that it comes to owe. */
  readonly tell: readonly string[];
  /** The round whose task has answered itself. */
  readonly done?: number;
}

/** By what the dates of a round are counted. */
export interface ContactRules {
  readonly kind: PartnerKind;
  readonly calendar: WorkCalendar;
  readonly policyVersion: string;
}

export interface RelationDeed {
  readonly actor: Actor;
  readonly now: Instant;
}

/** The dates of a round that begins then, on days on which the company works. */
export const roundFrom = (
  { kind, calendar, policyVersion }: ContactRules,
  since: Instant,
): Pick<Relation, "since" | "due" | "announceAt" | "policy"> => {
  const { due } = deadline(kind.every, since, calendar);
  const announceAt = warningMoment(kind.announce, due, calendar);
  return { since, due, announceAt: announceAt > since ? announceAt : since, policy: policyVersion };
};

/** A new round: nothing of it has come yet. */
export const withoutCome = ({ announced: _announced, missed: _missed, ...rest }: Relation): Relation => rest;
