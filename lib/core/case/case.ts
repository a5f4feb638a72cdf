import type { Promised } from "#core/appointment/appointment.ts";
import type { CaseKind } from "#core/policy/cases.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Milestone } from "./milestone.ts";

/** Who brought it. Lives in the table alone. */
export interface Complainant {
  readonly name: string;
  /** Lower-cased: one address is one customer of a pack. */
  readonly email: string;
  readonly phone?: string;
  readonly account?: string;
  /** ISO 3166-2: the holidays of the customer's own region count. */
  readonly region: string;
}

export type Channel = "portal" | "mail" | "phone" | "meeting";

/**
 * `waiting`: something is asked of the customer. `resolved`, `declined`: the answer is out, and may be objected to.
 * `closed`: over, until it is reopened.
 */
export type CaseStatus = "open" | "waiting" | "resolved" | "declined" | "closed";

/** The state of a case, at `sk` "head". `rev` counts writes; `run` counts executions. */
export interface Case extends Key {
  readonly type: "case";
  readonly pack: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly topic?: string;
  /** Promises are claimed under it; a case has one version for life, and voids what no longer holds by name. */
  readonly version: 1;
  readonly rev: number;
  readonly run: number;
  readonly status: CaseStatus;
  readonly channel: Channel;
  /** When it reached the company, which may be before anybody registered it: all deadlines count from here. */
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** When all that is needed to work on it was there; absent while something is missing. */
  readonly completeAt?: Instant;
  readonly customer: Complainant;
  readonly language: Language;
  /** What the customer wrote into the fields of its topic. */
  readonly fields: Readonly<Record<string, string>>;
  /** Names of required fields that nobody has filled. */
  readonly missing: readonly string[];
  readonly team: string;
  /** The member of staff who has it. */
  readonly handler?: string;
  /** In the order of the policy. */
  readonly milestones: readonly Milestone[];
  /** `pack@hash`, and the version of the table of holidays that the dates were counted by. */
  readonly policy: string;
  readonly holidays: string;
  /** Messages that are owed, as on an appointment. */
  readonly promises: Readonly<Record<string, Promised>>;
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export const caseKey = (pack: string, number: string): Key => ({ pk: `${pack}#case#${number}`, sk: "head" });

export const asCase = (item: Item): Case => item as unknown as Case;

export const isOver = ({ status }: Pick<Case, "status">): boolean => status === "closed";
