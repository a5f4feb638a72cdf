import type { CaseKind } from "#core/policy/cases.ts";
import type { CalendarDate } from "#core/calendar.ts";
import type { Instant } from "#core/time.ts";

/** A moment, or a day that ends when the company closes. */
export type By = Instant | CalendarDate;

/** What staff do to a case. `text` goes to the customer, except in a note; what else is written stands beside the change. */
export type StaffAction =
  | {
      readonly act: "acknowledge" | "update" | "answer" | "resolve" | "cost-notice";
      readonly text: string;
    }
  | { readonly act: "plan"; readonly text: string; readonly by: By }
  | { readonly act: "request-information"; readonly text: string; readonly of?: "customer" | "thirdParty" }
  | { readonly act: "information-complete" | "note"; readonly text?: string }
  | { readonly act: "extend"; readonly reason: string; readonly newDate: By; readonly milestone?: string }
  | { readonly act: "decline"; readonly findings: string; readonly reasons: string; readonly next: string }
  | { readonly act: "escalate" | "close" | "reopen"; readonly text?: string }
  | { readonly act: "assign"; readonly to: string; readonly text?: string }
  | { readonly act: "classify"; readonly kind: CaseKind; readonly topic?: string; readonly text?: string };

/** What the customer does by the link in a mail. */
export type CustomerAction =
  | { readonly act: "answer" | "escalate"; readonly text: string }
  | { readonly act: "satisfaction"; readonly satisfied: boolean; readonly text?: string };

export type StaffAct = StaffAction["act"];
