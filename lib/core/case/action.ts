import type { CalendarDate } from "#core/calendar.ts";
import type { Actor } from "#core/change.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { Instant } from "#core/time.ts";
import type { CostAnswer } from "./cost.ts";
import type { ThirdParty, Words } from "./words.ts";

/** A moment, or a day that ends when the company closes. */
export type By = Instant | CalendarDate;

interface Text {
  readonly text: string;
}

interface MayText {
  readonly text?: string | undefined;
}

interface Confirmed {
  /** All the same, though something is not clarified. */
  readonly confirm?: true | undefined;
}

/** A charge, or until when it is covered; neither: only what the text says. */
interface CostTold {
  /** With two decimals. */
  readonly amount?: string | undefined;
  /** ISO 4217. */
  readonly currency?: string | undefined;
  /** The last day on which Software Assurance covers it. */
  readonly coveredUntil?: CalendarDate | undefined;
}

/** Which notice of costs the page showed, and who answers it. */
interface CostWord extends MayText {
  readonly notice: number;
  /** Left out: the customer of the case. */
  readonly name?: string | undefined;
}

/**
 * What staff want of a case, by what they do. `text` goes to the customer, except in a note, an assignment or a
 * classification; it stands beside the change.
 */
export interface StaffWish {
  readonly acknowledge: Text;
  readonly update: Text;
  readonly plan: Text & { readonly by: By };
  readonly answer: Text & Confirmed;
  readonly "request-information": Text & {
    readonly of?: "customer" | "thirdParty" | undefined;
    /** Whom to mail; left out: staff ask the third party themselves. */
    readonly thirdParty?: ThirdParty | undefined;
  };
  readonly "information-complete": MayText;
  readonly extend: {
    readonly reason: string;
    readonly newDate: By;
    /** Its id; left out: the first in front that can be extended. */
    readonly milestone?: string | undefined;
  };
  readonly resolve: Text & Confirmed;
  readonly decline: { readonly findings: string; readonly reasons: string; readonly next: string };
  readonly escalate: MayText;
  readonly close: MayText & Confirmed;
  /** What was found out, by the id of the question. */
  readonly clarify: { readonly answers: Readonly<Record<string, string>> };
  readonly point: { readonly to: "support" | "sales" };
  readonly reopen: MayText;
  readonly assign: MayText & { readonly to: string };
  readonly classify: MayText & { readonly kind: CaseKind; readonly topic?: string | undefined };
  readonly note: Text;
  readonly "cost-notice": Text & CostTold;
  readonly "cost-answer": MayText & {
    readonly answer: CostAnswer;
    /** Who said so. */
    readonly by: string;
    /** Which notice; left out: the only one that waits. */
    readonly notice?: number | undefined;
  };
}

export type StaffAct = keyof StaffWish;

/** What customers do by the link in a mail. */
export interface CustomerWish {
  readonly answer: Text;
  readonly escalate: Text;
  readonly accept: CostWord;
  readonly decline: CostWord;
  readonly satisfaction: MayText & { readonly satisfied: boolean };
}

export type CustomerAct = keyof CustomerWish;

/** Who does it, and when. */
export interface Deed {
  readonly actor: Actor;
  readonly now: Instant;
}

/** What is kept of a text that may be left out. */
export const wordsIn = ({ text }: MayText): { readonly words?: Words } =>
  text === undefined || text === "" ? {} : { words: { text } };
