import type { Instant } from "#core/time.ts";
import type { CustomerFields, TermsFields } from "./fields.ts";

/** What now holds for the next session: nothing, perhaps something, or one of the two that the policy knows. */
export type Situation =
  | { readonly situation: "nothing" | "awaits" }
  | { readonly situation: "date"; readonly from: Instant }
  | { readonly situation: "fee" };

/** What a letter about a no-show may say; the session is the one that was missed. */
export interface NoShowFields extends CustomerFields, TermsFields {
  readonly cause: "change" | "cancellation" | "interrupted" | "missed";
  /** Of what no longer counts: a person decided so, or what was recorded was wrong. */
  readonly why: "waived" | "corrected";
  readonly clause: string;
  readonly now: Situation;
  readonly policy: {
    readonly windowMonths: number;
    /** What a repetition brings. */
    readonly threat:
      | { readonly kind: "date"; readonly waitMonths: number }
      | { readonly kind: "fee"; readonly amount: string; readonly currency: string };
  };
}
