import type { CustomerAct, StaffAct } from "#core/case/action.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";

/** What somebody did about a case, as whoever watched them wrote it down; nothing that was refused. */
export interface Deed {
  readonly at: number;
  readonly by: "staff" | "customer";
  readonly does: StaffAct | CustomerAct;
  /** The kind that it is of from now on. */
  readonly kind?: CaseKind;
  /** The day that a plan or an extension names. */
  readonly date?: string;
  readonly of?: "customer" | "thirdParty";
}

/** Where a case came in, and what its customer's licence gives. */
export interface Circumstances {
  readonly mailbox?: string | undefined;
  readonly entitled?: { readonly licence?: string | undefined; readonly inbox: boolean } | undefined;
}

/** One case from its receipt on. */
export interface Watched extends Circumstances {
  readonly number: string;
  readonly kind: CaseKind;
  readonly topic?: string;
  readonly region: string;
  /** Names of fields that were filled. */
  readonly filled: readonly string[];
  readonly receivedAt: number;
  readonly registeredAt: number;
  readonly deeds: readonly Deed[];
}

/** A message that must go out at that moment, and not twice. */
export interface Expected {
  readonly at: number;
  /** `warned acknowledge`, `missed acknowledge board`, `plan`. */
  readonly what: string;
}
