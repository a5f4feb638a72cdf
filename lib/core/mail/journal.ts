import { type Case, isWorkedOn } from "#core/case/case.ts";
import type { CaseRules, Decided } from "#core/case/decided.ts";
import { finished } from "#core/case/finish.ts";
import { keep, replied } from "#core/case/keep.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { splitAddress } from "./arrival.ts";
import type { JournalClaim } from "./journal-claim.ts";

/** Whether an address is one of the company's own: a team's, a host's, a person's, or in a domain that its staff write from. */
export const isStaffAddress = (
  { cases, appointments, contacts }: Pick<Policy, "cases" | "appointments" | "contacts">,
  address: string,
): boolean => {
  const [, domain = ""] = splitAddress(address.toLowerCase());
  const named = [cases?.teams, appointments?.hosts, contacts?.persons].flatMap((each) => each ?? []);
  return (
    named.some(({ email }) => email.toLowerCase() === address.toLowerCase()) ||
    (cases?.journal?.domains ?? []).includes(domain)
  );
};

/** A copy that was recognised: who wrote what, and when it came to us. */
export interface Copy {
  readonly from: string;
  readonly text: string;
  readonly at: Instant;
  readonly copyOf: JournalClaim["copyOf"];
}

/**
 * What a copy makes of its case (expandit, "Allgemeine Kommunikationsmaßstäbe"): what the same act through the API would
 * keep is kept at the moment of the copy, and nothing is sent, for the customer has it. To a case that was answered it is a
 * note.
 */
export const journalOnCase = (it: Case, rules: CaseRules, { from, text, at, copyOf }: Copy): Decided => {
  const facts = { actor: `staff:${from}`, reason: "by mail", tell: [], words: { text } } as const;
  if (!isWorkedOn(it)) return { ...facts, after: it, action: "copy-kept" };
  if (copyOf === "answer" && it.kind === "inquiry")
    return { ...facts, after: finished(it, rules, "resolved", at).after, action: "answered" };
  const { kind, calendar } = rules;
  const first = keep(kind, replied(kind, it.milestones, at, calendar), "acknowledge", at, calendar);
  const wanted = copyOf === "answer" ? "answer" : "update";
  // An acknowledgement that is still owed is what a first mail is; later ones tell how it goes.
  const acknowledges = copyOf === "first" && first.some((each, nth) => changed(each, it.milestones[nth]));
  const milestones = acknowledges ? first : keep(kind, first, wanted, at, calendar);
  const action = copyOf === "answer" ? "answered" : acknowledges ? "acknowledged" : "updated";
  return { ...facts, after: { ...it, milestones }, action };
};

const changed = (
  after: Case["milestones"][number],
  before: Case["milestones"][number] | undefined,
): boolean => after.state !== before?.state;
