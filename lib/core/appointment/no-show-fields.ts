import { broughtBy, consequence, type NoShowRule, noShowRule } from "#core/customer/consequence.ts";
import type { Counted } from "#core/customer/counted.ts";
import { noShowRecord, type StrikeFact } from "#core/customer/strikes.ts";
import type { NoShowFields, Situation } from "#core/message/no-show-fields.ts";
import { months } from "#core/months.ts";
import { type Instant, plus, until } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";
import type { MessageFacts } from "./message-fields.ts";

/** The facts that a letter about a no-show has of its own; the session is the one that was missed. */
type OwnFields = Pick<NoShowFields, "cause" | "why" | "clause" | "now" | "policy" | "start" | "end">;

/**
 * What a letter about this appointment's no-show says, as things stand when it goes out: the consequence is computed here,
 * as it is for a booking, so that the two cannot disagree.
 * @throws Error where the policy knows no rule about no-shows: a fault of ours.
 */
export const noShowFields = ({ policy, appointment, now, standing }: MessageFacts): OwnFields => {
  const rule = noShowRule(policy);
  if (rule === undefined) throw new Error(`${policy.pack} has no rule about no-shows`);
  const customer: Counted = standing ?? {};
  const { late, missed, waived } = noShowRecord(customer, appointment.code);
  const start = (late ?? missed)?.at ?? appointment.start;
  return {
    cause: causeOf(late ?? missed),
    why: waived === undefined ? "corrected" : "waived",
    clause: rule.clause,
    now: situation(rule, customer, appointment, now),
    policy: { windowMonths: months(rule.window), threat: threat(rule) },
    start,
    end: plus(start, until(appointment.start, appointment.end)),
  };
};

const causes = {
  "late-change": "change",
  "late-cancellation": "cancellation",
  interrupted: "interrupted",
  "no-show": "missed",
} as const;

const causeOf = (fact: StrikeFact | undefined): NoShowFields["cause"] => causes[fact?.cause ?? "no-show"];

const situation = (rule: NoShowRule, customer: Counted, { code }: Appointment, now: Instant): Situation => {
  const held = consequence(rule, customer, now);
  if (held?.kind === "not-before") return { situation: "date", from: held.date };
  if (held?.kind === "fee") return { situation: "fee" };
  const brought = broughtBy(rule, customer).find(({ strike }) => strike.code === code);
  return { situation: brought?.state === "awaits-word" ? "awaits" : "nothing" };
};

const threat = ({ consequence: chosen }: NoShowRule): NoShowFields["policy"]["threat"] =>
  chosen.kind === "fee" ? chosen : { kind: "date", waitMonths: months(chosen.after) };
