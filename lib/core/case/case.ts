import type { AwayTerms } from "#core/absence/answer.ts";
import type { PromiseState, PromiseTerms } from "#core/appointment/appointment.ts";
import type { Call } from "#core/contacts/call.ts";
import type { StaffAboutFields } from "#core/message/case-fields.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { Receiver, SystemId } from "#core/policy/case-words.ts";
import type { Circumstances } from "#core/policy/milestone-condition.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Item, Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Chain } from "./chain.ts";
import type { CaseMessageKind } from "./message-kind.ts";
import type { Milestone } from "./milestone.ts";
import type { InformationRequest } from "./request.ts";

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

export const caseChannels = ["portal", "mail", "phone", "meeting"] as const;
export type CaseChannel = (typeof caseChannels)[number];

/**
 * `waiting`: something is asked of the customer. `resolved`, `declined`: the answer is out, and may be objected to.
 * `closed`: over, until it is reopened.
 */
export type CaseStatus = "open" | "waiting" | "resolved" | "declined" | "closed";

/** A message about a case, and what it is about. */
export interface CaseTerms {
  /** The `rev` of the change whose words it carries: they stand in an item of their own, see `words.ts`. */
  readonly entry?: number;
  /** The milestone that it warns of, or says was missed. */
  readonly milestone?: string;
  /** Milestones that it keeps: one that comes back reopens them. */
  readonly keeps?: readonly string[];
  /** Who gets it, where the kind alone does not say: a receiver, or the id of a team. */
  readonly to?: Receiver | { readonly team: string };
  /** What `staff-case-customer` says has happened. */
  readonly about?: StaffAboutFields["about"];
  /** The shared mailbox that a pointer names. */
  readonly pointsTo?: "support" | "sales";
  /** The deadline that an extension replaced, and the new one. */
  readonly moved?: { readonly from: Instant; readonly to: Instant };
  /** In whose name an automatic answer goes out, and who stands in. */
  readonly away?: AwayTerms;
}

export type CasePromised = Omit<PromiseTerms, "kind"> & {
  readonly kind: CaseMessageKind;
} & CaseTerms &
  PromiseState;

/** What a case owed until it went another way. */
interface Earlier {
  readonly kind: CaseKind;
  readonly milestones: readonly Milestone[];
  /** Absent on those that were put away before anybody asked. */
  readonly until?: Instant;
}

/** The state of a case, at `sk` "head". `rev` counts writes; `run` counts executions. */
export interface Case extends Key, Circumstances {
  readonly type: "case";
  readonly pack: string;
  readonly number: string;
  readonly kind: CaseKind;
  /** Why it is of this kind: the id of a rule of triage, or of whoever chose. */
  readonly kindBy?: string;
  readonly topic?: string;
  /** Promises are claimed under it; a case has one version for life, and voids what no longer holds by name. */
  readonly version: 1;
  readonly rev: number;
  readonly run: number;
  /** When this run was started: a year is the longest that one may last. */
  readonly runSince: Instant;
  /** Counts writes that moved a moment: an execution waits on one beat, and looks again when there is another. */
  readonly beat: number;
  /** When an execution of this run was seen to be gone: the sweeper starts the next. */
  readonly lostAt?: Instant;
  readonly status: CaseStatus;
  readonly channel: CaseChannel;
  /** When it reached the company, which may be before anybody registered it: all deadlines count from here. */
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** When work on it began anew: from then its deadlines count, and no longer from its receipt. */
  readonly reopenedAt?: Instant;
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
  /** Of one that came by phone with a question of the matrix. */
  readonly call?: Call;
  /** Who had it before somebody asked for another to look at it: they do not decide a second time. */
  readonly handlersBefore?: readonly string[];
  /** How far up the customer's wish for another to look at it has taken it. */
  readonly escalatedTo?: Receiver;
  /** In the order of the policy. */
  readonly milestones: readonly Milestone[];
  /** Those of kinds that it had before, and of runs before it was reopened, as they ended. */
  readonly earlier?: readonly Earlier[];
  readonly requests: readonly InformationRequest[];
  /** Ids of the questions that staff have clarified; what they found out stands in the words. */
  readonly clarified?: readonly string[];
  /** When the answer went out, or it was declined. */
  readonly answeredAt?: Instant;
  /** When it closes by itself. */
  readonly closeAt?: Instant;
  readonly closedAt?: Instant;
  /** When the customer is asked whether they are satisfied, and whether they were. */
  readonly askAt?: Instant;
  readonly satisfaction?: { readonly satisfied: boolean; readonly at: Instant; readonly entry: number };
  /** `pack@hash`, and the version of the table of holidays that the dates were counted by. */
  readonly policy: string;
  readonly holidays: string;
  /** Where the chain of its entries ends; absent on a case that was last written before entries were chained. */
  readonly chain?: Chain;
  /** Messages that are owed, as on an appointment. */
  readonly promises: Readonly<Record<string, CasePromised>>;
  /** Other systems that are told of it, as its policy said when it was registered. */
  readonly elsewhere?: readonly SystemId[];
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export const caseKey = (pack: string, number: string): Key => ({ pk: `${pack}#case#${number}`, sk: "head" });

export const asCase = (item: Item): Case => item as unknown as Case;

export const isOver = ({ status }: Pick<Case, "status">): boolean => status === "closed";

/** Somebody works on it, or waits for the customer: milestones are owed, and an execution watches over them. */
export const isWorkedOn = ({ status }: Pick<Case, "status">): boolean =>
  status === "open" || status === "waiting";
