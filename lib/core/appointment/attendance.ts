import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import type { InterruptionPolicy } from "#core/policy/shape.ts";
import { duration, type Instant, plus, second } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";

/** What staff may say of a session that was to take place. */
export const outcomes = ["attended", "no-show", "interrupted", "host-fault"] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of the session. A person's word can be corrected; `not-recorded` is time's, and nobody's no-show. */
export type Attendance =
  | {
      readonly outcome: Outcome;
      readonly at: Instant;
      readonly actor: Actor;
      readonly note?: string;
    }
  | { readonly outcome: "not-recorded"; readonly at: Instant; readonly actor: "kept" };

/** How the customer found the session: one for each appointment, the newest counts. */
export interface Feedback {
  /** From 1, poor, to 5, very good. */
  readonly rating: number;
  readonly comment?: string;
  readonly at: Instant;
}

export type AttendanceRefusal = Refusal<"too-early" | "already-over">;

/** An outcome that a person recorded; `undefined` while there is none, and where it closed without. */
export const recordedOutcome = ({ attendance }: Pick<Appointment, "attendance">): Outcome | undefined =>
  attendance === undefined || attendance.outcome === "not-recorded" ? undefined : attendance.outcome;

/**
 * Whether this outcome can be recorded at this moment: any from the session's start on, and without end, since a wrong
 * one can always be corrected; an interruption only after more than the policy's silence (taxdome §4).
 */
export const outcomeProblem = (
  appointment: Pick<Appointment, "status" | "start" | "silentSince">,
  outcome: Outcome,
  rule: InterruptionPolicy | undefined,
  now: Instant,
): AttendanceRefusal | undefined =>
  notHeld(appointment, now) ??
  (outcome === "interrupted" && rule !== undefined ? tooShort(appointment, rule, now) : undefined);

const notHeld = (
  { status, start }: Pick<Appointment, "status" | "start">,
  now: Instant,
): AttendanceRefusal | undefined => {
  if (status === "cancelled")
    return { refused: "already-over", detail: "The session was cancelled, so nobody was expected." };
  return now < start
    ? { refused: "too-early", detail: `The session starts at ${start}: nobody can be missed before.` }
    : undefined;
};

/** Exactly five minutes are not "more than five minutes"; counted in whole seconds, as a clock shows them. */
const tooShort = (
  { silentSince }: Pick<Appointment, "silentSince">,
  { after, clause }: InterruptionPolicy,
  now: Instant,
): AttendanceRefusal | undefined => {
  if (silentSince === undefined)
    return { refused: "too-early", detail: "Note first when the customer fell silent, with silent." };
  const enough = plus(silentSince, duration(after) + second);
  return now >= enough
    ? undefined
    : {
        refused: "too-early",
        detail: `By ${clause} it counts as interrupted after more than ${after} of silence: from ${enough} on.`,
      };
};

/** Staff note that the customer fell silent, or is back: only of a session that runs. */
export const silenceProblem = (
  appointment: Pick<Appointment, "status" | "start" | "end">,
  now: Instant,
): AttendanceRefusal | undefined => {
  const problem = notHeld(appointment, now);
  if (problem !== undefined || now < appointment.end) return problem;
  return { refused: "already-over", detail: "The session is over; record how it went." };
};
