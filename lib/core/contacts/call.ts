import type { Case } from "#core/case/case.ts";
import { deadline } from "#core/case/deadline.ts";
import type { Decided } from "#core/case/decided.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import type { ContactPolicy } from "#core/policy/contacts.ts";
import type { Instant } from "#core/time.ts";
import type { Choice } from "./choose.ts";

/** A call that the answering service took; on its case as long as that lives. */
export interface Call {
  /** The id of a question of the matrix. */
  readonly question: string;
  /** Who has it next, if whoever has it now is away or silent. */
  readonly next?: string;
  /** When it passes to them, unless somebody has done something about it by then. */
  readonly passAt?: Instant;
}

/** Whom a call comes to, and why not to its first contact. */
export interface Taken {
  /** No handler where nobody is there: then it is the team's. */
  readonly to: { readonly team: string; readonly handler?: string; readonly call: Call };
  readonly reason?: string;
}

/** The call as its case has it: with the first contact it passes on by itself, with anybody else it does not. */
export const taken = (
  { question, chosen, isTeam, considered }: Choice,
  { silentAfter }: Pick<ContactPolicy, "silentAfter">,
  calendar: WorkCalendar,
  now: Instant,
): Taken => {
  const { id, team, primary, secondary } = question;
  if (chosen === primary) {
    const passAt = deadline(silentAfter, now, calendar).due;
    return { to: { team, handler: chosen, call: { question: id, next: secondary, passAt } } };
  }
  const first = considered.find(({ as }) => as === "primary")?.standing.state;
  return {
    to: { ...(isTeam ? { team: chosen } : { team, handler: chosen }), call: { question: id } },
    ...(first !== undefined && { reason: `primary-${first}` }),
  };
};

/** The call passes to its second contact: an entry, and a mail to them. `undefined` where nobody comes next. */
export const passedOn = (it: Case, reason: "silent" | "away"): Omit<Decided, "actor"> | undefined => {
  const { question, next } = it.call ?? {};
  // Whoever was asked to look at it instead has it by now, and nobody gets it back.
  const decided = it.handler === undefined || it.handlersBefore?.includes(next ?? "");
  if (question === undefined || next === undefined || next === it.handler || decided) return undefined;
  return {
    after: { ...it, handler: next, call: { question } },
    action: "passed-on",
    reason,
    tell: [{ kind: "staff-case-assigned", plain: true }],
  };
};

/**
 * Whether an act says that the call is in somebody's hands: whatever staff do about it, and a note only of whoever has it.
 */
export const isTouched = (
  { handler }: Pick<Case, "handler">,
  { actor, action }: Pick<Decided, "actor" | "action">,
): boolean => actor.startsWith("staff:") && (action !== "noted" || actor === `staff:${handler}`);

/** Nobody waits any more for its first contact. */
export const untimed = ({ passAt: _passes, ...call }: Call): Call => call;
