import type { CalendarDate } from "#core/calendar.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { Receiver } from "#core/policy/case-words.ts";
import type { MilestoneAction, MilestonePolicy } from "#core/policy/cases.ts";
import type { Instant } from "#core/time.ts";

export type Span = Exclude<MilestonePolicy["due"], "plan">["within"];

/** What is promised of a case, for readers of any language; `after` an act, or from one of the two beginnings. */
export interface PromiseFields {
  readonly action: MilestoneAction;
  readonly rule:
    | "plan"
    | {
        readonly within: Span;
        readonly from: "receipt" | "information-complete" | { readonly after: MilestoneAction };
      };
}

/** One that is still owed, and where it stands. */
export interface OwedFields extends PromiseFields {
  readonly due?: Instant | undefined;
  readonly stands: "undated" | "paused" | "late" | "ahead";
}

/** What every message about a case may say. Names are as people wrote them: nothing is escaped or cut yet. */
export interface CaseFields {
  readonly company: string;
  readonly number: string;
  readonly caseKind: CaseKind;
  /** In the reader's language. */
  readonly topic?: string | undefined;
  readonly receivedAt: Instant;
  /** Who has it: the team's name, as customers and staff read it. */
  readonly team: string;
  readonly owed: readonly OwedFields[];
  /** The company's own IANA zone, in which its promises are counted. */
  readonly timeZone: string;
  /** For customers their page, for staff the case at their desk. */
  readonly url: string;
}

/** To the customer; `text` is what staff wrote to them, none where it was erased. */
export interface CustomerCaseFields extends CaseFields {
  readonly customerName: string;
  readonly mailbox?: string | undefined;
  readonly text?: string | undefined;
  /** In the first message that reaches them: whoever uses the support is bound by these (taxdome §5). */
  readonly terms?: { readonly version: string; readonly url: string } | undefined;
}

export interface RegisteredFields extends CustomerCaseFields {
  /** Names of the fields that nobody has filled, in the reader's language. */
  readonly missing: readonly string[];
  /** Names of those that it would help to know: whoever writes a mail has seen no form. */
  readonly welcome?: readonly string[] | undefined;
  /** By when a person acknowledges it. */
  readonly acknowledgedBy?: Instant | undefined;
  /** Of a question: by when a person answers it for the first time. */
  readonly repliedBy?: Instant | undefined;
}

export interface PlanFields extends CustomerCaseFields {
  /** When it is resolved, by the plan. */
  readonly by?: Instant | undefined;
}

export interface RequestFields extends CustomerCaseFields {
  readonly missing: readonly string[];
  /** Asked before. */
  readonly reminder: boolean;
  /** After that nobody waits for the answer. */
  readonly until?: Instant | undefined;
}

export interface CostFields extends CustomerCaseFields {
  /** With two decimals and an ISO 4217 currency; or the last day on which it is covered. */
  readonly cost?:
    | { readonly amount: string; readonly currency: string }
    | { readonly coveredUntil: CalendarDate }
    | undefined;
  readonly reminder: boolean;
  /** After that nobody is reminded. */
  readonly until?: Instant | undefined;
  readonly acceptUrl: string;
  readonly declineUrl: string;
}

export interface PointerFields extends CustomerCaseFields {
  /** The address where such mail belongs. */
  readonly shared: string;
}

/** In the name of one of the staff who is away until then. */
export interface AwayFields extends CustomerCaseFields {
  readonly person: string;
  /** The name and address of whoever stands in. */
  readonly standIn: string;
  readonly address: string;
  readonly until: Instant;
}

/** To somebody who is no customer of the case: the question, and nothing about whose it is. */
export interface PartyRequestFields extends Pick<RequestFields, "company" | "number" | "reminder" | "until"> {
  readonly partyName: string;
  readonly text?: string | undefined;
  readonly timeZone: string;
}

export interface ExtendedFields extends CustomerCaseFields {
  readonly promise: PromiseFields;
  readonly reason?: string | undefined;
  readonly from: Instant;
  readonly to: Instant;
}

export interface AnsweredFields extends CustomerCaseFields {
  /** When it closes by itself. */
  readonly closesAt?: Instant | undefined;
  /** Whether the customer may ask for somebody else to look at it. */
  readonly escalates: boolean;
}

export interface DeclinedFields extends AnsweredFields {
  readonly findings?: string | undefined;
  readonly reasons?: string | undefined;
  readonly next?: string | undefined;
}

export interface ClosedFields extends CustomerCaseFields {
  /** Until then an answer opens it again. */
  readonly until?: Instant | undefined;
}

export interface SatisfactionFields extends CustomerCaseFields {
  readonly satisfiedUrl: string;
  readonly notSatisfiedUrl: string;
}

/** To a team: never what the customer wrote, nor who they are; both stand at the desk. */
export interface StaffCaseFields extends CaseFields {
  /** Who reads it: a team's name. */
  readonly reader: string;
}

export interface StaffAboutFields extends StaffCaseFields {
  readonly about:
    | "wrote"
    | "silent"
    | "partyWrote"
    | "partySilent"
    | "costAccepted"
    | "costDeclined"
    | "costSilent"
    | "satisfied"
    | "not-satisfied"
    | "closed";
}

export interface StaffDueFields extends StaffCaseFields {
  readonly promise: PromiseFields;
  readonly due: Instant;
}

export interface StaffMissedFields extends StaffDueFields {
  readonly to: Receiver;
}
