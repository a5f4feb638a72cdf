import type { Appointment, Revision } from "#core/appointment/appointment.ts";
import type { MessageKind } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { broughtBy, consequence, type NoShowRule, type Strike, strikesOf, windowEnd } from "./consequence.ts";
import type { Counted } from "./counted.ts";
import type { Customer } from "./customer.ts";
import { settleFee } from "./fees.ts";
import { proveAddress, recordRevision } from "./strikes.ts";

/** What a change or a cancellation makes of the customer; the same one where it makes nothing. */
export const customerRevised = (
  customer: Customer,
  before: Appointment,
  revision: Revision,
  proven: boolean,
): Customer => {
  const { code, provenAt = proven ? revision.at : undefined } = before;
  const known = proven ? proveAddress(customer, code, revision.at) : customer;
  const recorded = recordRevision(known, { code, ...(provenAt !== undefined && { provenAt }) }, revision);
  // A session that was called off in time, or by the company, costs nothing.
  return revision.action === "cancelled" && revision.notice === "in-time"
    ? settleFee(recorded, code, { as: "void", by: "kept", at: revision.at })
    : recorded;
};

/** What a person must hear, or decide, after facts about a customer have changed. */
export interface Aftermath {
  /** At most one letter: a new strike, or what no longer counts. */
  readonly letters: readonly MessageKind[];
  /** Codes of the strikes whose consequence now waits for a manager's word, and of those that wait no more. */
  readonly awaiting: readonly string[];
  readonly settled: readonly string[];
}

/**
 * Compares what was with what is. A strike that does not count, because the address was never proven say, brings no
 * letter; nor does the loss of one that counted for nothing any more.
 */
export const aftermath = (rule: NoShowRule, before: Counted, after: Counted, now: Instant): Aftermath => {
  const [was, is] = [waitingFor(rule, before), waitingFor(rule, after)];
  return {
    letters: letter(rule, before, after, now),
    awaiting: is.filter((code) => !was.includes(code)),
    settled: was.filter((code) => !is.includes(code)),
  };
};

const waitingFor = (rule: NoShowRule, customer: Counted): string[] => inState(rule, customer, "awaits-word");

const inState = (rule: NoShowRule, customer: Counted, wanted: "applies" | "awaits-word"): string[] =>
  broughtBy(rule, customer).flatMap(({ state, strike }) => (state === wanted ? [strike.code] : []));

const letter = (rule: NoShowRule, before: Counted, after: Counted, now: Instant): MessageKind[] => {
  const applied = missing(inState(rule, after, "applies"), inState(rule, before, "applies"));
  if (applied.length > 0 && consequence(rule, after, now) !== undefined) return ["no-show-consequence"];
  const [was, is] = [strikesOf(rule, before), strikesOf(rule, after)];
  if (missing(codes(is), codes(was)).length > 0) return ["no-show-warning"];
  const gone = was.filter(({ code }) => !codes(is).includes(code));
  return gone.some((strike) => matters(rule, before, strike, now)) ? ["no-show-waived"] : [];
};

const codes = (strikes: readonly Strike[]): string[] => strikes.map(({ code }) => code);

const missing = (all: readonly string[], known: readonly string[]): string[] =>
  all.filter((code) => !known.includes(code));

/** It could still have made a next one count, or something holds because of it. */
const matters = (rule: NoShowRule, before: Counted, strike: Strike, now: Instant): boolean =>
  now <= windowEnd(rule, strike) || consequence(rule, before, now) !== undefined;
