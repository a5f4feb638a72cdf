import type { SubjectType } from "#core/subject.ts";

/** Why a mail waits for a person to look at it. Stable words; the runbook explains each. */
export const quarantineReasons = [
  "unreadable",
  "virus",
  "spam",
  "automatic",
  "own",
  "no-mailbox",
  "no-sender",
  "no-cases",
  "subject-gone",
  "copy-unproven",
  "copy-unmatched",
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** Where a mail came to rest. Every mail that arrived comes to exactly one of these, however often it is announced. */
export type MailOutcome =
  | { readonly settled: "case"; readonly pack: string; readonly number: string }
  | { readonly settled: "reply"; readonly pack: string; readonly subject: SubjectType; readonly code: string }
  | { readonly settled: "quarantine"; readonly pack: string; readonly reason: QuarantineReason };
