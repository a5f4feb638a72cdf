import type { Appointment, Revision } from "#core/appointment/appointment.ts";
import type { Outcome } from "#core/appointment/attendance.ts";
import type { Actor } from "#core/change.ts";
import type { Instant } from "#core/time.ts";
import type { Customer } from "./customer.ts";

export type StrikeCause = "no-show" | "late-change" | "late-cancellation" | "interrupted";

/** What happened; what follows from it is computed anew each time. */
export interface StrikeFact {
  readonly cause: StrikeCause;
  /** The start of the session that was missed; for a late change or cancellation, the start before it. */
  readonly at: Instant;
  readonly recordedAt: Instant;
}

/** Said by a person, whose name stands with it. */
interface Said {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason?: string;
}

/**
 * What is known of one appointment. Each fact has a field of its own, so that facts come to the same in any order; however
 * many there are, an appointment is one strike at most.
 */
export interface NoShowRecord {
  /** The first late change or cancellation. */
  readonly late?: StrikeFact;
  /** Of the outcome as it stands: gone when it is corrected. */
  readonly missed?: StrikeFact;
  /** When a button of this very appointment proved the address. */
  readonly provenAt?: Instant;
  readonly waived?: Said;
  /** A manager's, where the policy asks for it: whether the consequence of this strike applies. */
  readonly word?: Said & { readonly applies: boolean };
}

export const noShowRecord = ({ noShows = {} }: Pick<Customer, "noShows">, code: string): NoShowRecord =>
  noShows[code] ?? {};

const withRecord = (customer: Customer, code: string, record: NoShowRecord): Customer => ({
  ...customer,
  noShows: { ...customer.noShows, [code]: record },
});

/** The session that a fact is about, and whether the address was proven by its own mails. */
type Session = Pick<Appointment, "code" | "provenAt">;

const provenBy = ({ provenAt }: Session) => provenAt !== undefined && { provenAt };

/** A late change or cancellation by the customer's wish counts as a no-show (taxdome §3); one in time adds nothing. */
export const recordRevision = (customer: Customer, after: Session, revision: Revision): Customer => {
  const known = noShowRecord(customer, after.code);
  if (revision.notice !== "late" || known.late !== undefined) return customer;
  const cause = revision.action === "changed" ? "late-change" : "late-cancellation";
  const late = { cause, at: revision.from.start, recordedAt: revision.at } as const;
  return withRecord(customer, after.code, { ...known, ...provenBy(after), late });
};

/**
 * The outcome that staff recorded, or corrected: only a no-show or an interruption is a fact against the customer, and one
 * that was corrected to anything else is gone.
 */
export const applyOutcome = (
  customer: Customer,
  appointment: Session & Pick<Appointment, "start">,
  outcome: Outcome,
  now: Instant,
): Customer => {
  const known = noShowRecord(customer, appointment.code);
  const { missed, ...rest } = known;
  if (outcome === "attended" || outcome === "host-fault")
    return missed === undefined ? customer : withRecord(customer, appointment.code, rest);
  if (missed?.cause === outcome) return customer;
  const fact = { cause: outcome, at: appointment.start, recordedAt: now };
  return withRecord(customer, appointment.code, { ...rest, ...provenBy(appointment), missed: fact });
};

/** By a named person with a reason; it holds whatever the outcome is corrected to later. */
export const waive = (customer: Customer, code: string, waived: Said & { readonly reason: string }) =>
  withRecord(customer, code, { ...noShowRecord(customer, code), waived });

export const giveWord = (customer: Customer, code: string, word: NonNullable<NoShowRecord["word"]>) =>
  withRecord(customer, code, { ...noShowRecord(customer, code), word });

/**
 * Whoever pressed a button with a token that was only mailed reads this mailbox. That makes the address theirs from now
 * on, and this appointment theirs from its beginning.
 */
export const proveAddress = (customer: Customer, code: string, now: Instant): Customer => {
  const known = customer.noShows?.[code];
  const proven = customer.provenAt === undefined ? { ...customer, provenAt: now } : customer;
  return known === undefined || known.provenAt !== undefined
    ? proven
    : withRecord(proven, code, { ...known, provenAt: now });
};
