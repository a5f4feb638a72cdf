import type { Instant } from "#core/time.ts";
import type { Case, CasePromised } from "./case.ts";
import type { CaseRules } from "./decided.ts";
import type { CaseReader } from "./reader.ts";
import type { Words } from "./words.ts";

/** What a message about a case is made from, at the moment in which it goes out. */
export interface CaseMailFacts {
  /** As they stood when the case was registered. */
  readonly rules: CaseRules;
  readonly case: Case;
  readonly promised: CasePromised;
  /** What was written with the change that owes it. */
  readonly words: Words;
  readonly reader: CaseReader;
  readonly now: Instant;
  /** The case's page, with the customer's token; for staff, without one. */
  readonly url: string;
}
