import { onceFor } from "#core/cache.ts";
import { duration, hour, type Milliseconds, minute } from "#core/time.ts";
import type { AttendancePolicy, Policy, Reminder } from "./shape.ts";
import type { Channel, MessageKind } from "./vocabulary.ts";

/**
 * One promise of the plan. The same record names the states of the machine at synth and gives the due instants at
 * booking, so that what is drawn and what is done cannot differ.
 */
export interface PlannedPromise {
  /** Stable: part of ledger keys and executions, `confirmation` or `email-PT48H`. */
  readonly id: string;
  readonly kind: PlannedKind;
  readonly channel: Channel;
  readonly clause: string;
  readonly ours?: string;
  readonly moment: PromiseMoment;
  /** How long after `due` it may still go out; `start` means up to the session's start. */
  readonly sendFor: Milliseconds | "start";
  readonly states: { readonly wait?: string; readonly send: string; readonly tell: string };
}

/** The messages with a moment of their own; all others follow at once from what somebody does. */
export type PlannedKind = Extract<MessageKind, "confirmation" | "reminder">;

export type PromiseMoment =
  /** From the booking on, and due that much later. */
  | { readonly within: Milliseconds }
  /** Exactly that long before the start. */
  | { readonly before: Milliseconds; readonly iso: string };

export interface AppointmentPlan {
  readonly pack: string;
  readonly company: string;
  /** In the order in which they fall due. */
  readonly promises: readonly PlannedPromise[];
  /** What happens once the session is over; absent where nobody is asked. */
  readonly attendance?: AttendancePolicy;
}

/** `undefined` where the policy has no appointments. Each booking and change asks for it, and a policy that was read never changes. */
export const planAppointments = onceFor(
  (policy: Policy): AppointmentPlan | undefined =>
    policy.appointments && {
      pack: policy.pack,
      company: policy.company,
      promises: [
        confirmation(policy.appointments.confirmation),
        ...policy.appointments.reminders.map(reminder),
      ],
      ...(policy.appointments.attendance !== undefined && { attendance: policy.appointments.attendance }),
    },
);

const confirmation = (rule: {
  within: string;
  clause: string;
  ours?: string | undefined;
}): PlannedPromise => ({
  id: "confirmation",
  kind: "confirmation",
  channel: "email",
  ...source(rule),
  moment: { within: duration(rule.within) },
  sendFor: "start",
  states: { send: "Confirm by e-mail", tell: "Tell staff: the confirmation failed" },
});

const reminder = (rule: Reminder): PlannedPromise => {
  const what = `${rule.channel === "email" ? "E-mail" : "SMS"} reminder, ${inWords(duration(rule.before))} before`;
  return {
    id: `${rule.channel}-${rule.before}`,
    kind: "reminder",
    channel: rule.channel,
    ...source(rule),
    moment: { before: duration(rule.before), iso: rule.before },
    sendFor: duration(rule.sendFor),
    states: {
      wait: `Wait until ${inWords(duration(rule.before))} before`,
      send: what,
      tell: `Tell staff: ${what} failed`,
    },
  };
};

const source = (rule: { clause: string; ours?: string | undefined }) => ({
  clause: rule.clause,
  ...(rule.ours === undefined ? {} : { ours: rule.ours }),
});

/** As the clause says it: "2 days" from 48 hours on, "24 hours" for one day, minutes below the hour. */
export const inWords = (length: Milliseconds): string => {
  if (length >= 48 * hour && length % (24 * hour) === 0) return count(length / (24 * hour), "day");
  return length % hour === 0 ? count(length / hour, "hour") : count(length / minute, "minute");
};

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? "" : "s"}`;
