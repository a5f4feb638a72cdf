import type { Counted } from "#core/customer/counted.ts";
import type { Fields } from "#core/message/compose.ts";
import type { Cause, SessionFields, StaffFields, StandingFields } from "#core/message/fields.ts";
import type { Host, Policy } from "#core/policy/shape.ts";
import type { AppointmentKind, Language, MessageKind } from "#core/policy/vocabulary.ts";
import { hour, type Instant, type Milliseconds, minute, until } from "#core/time.ts";
import type { Appointment, Revision } from "./appointment.ts";
import { interruptedFields, ratingUrls } from "./attendance-fields.ts";
import { noShowFields } from "./no-show-fields.ts";
import { readerOf } from "./reader.ts";

/** What the messages about an appointment are made from, at the moment in which one goes out. */
export interface MessageFacts {
  readonly policy: Policy;
  readonly appointment: Appointment;
  readonly now: Instant;
  readonly links: MessageLinks;
  /** The facts that count, for letters about no-shows: the customer's, or those of all of their account. */
  readonly standing?: Counted;
  /** By what was judged of their conduct they can book nothing at this moment. */
  readonly restricted?: boolean;
  /** What the customer wrote, where this message hands it on. */
  readonly mail?: { readonly text: string; readonly anotherAddress: boolean } | undefined;
}

/** Full addresses, with the customer's token where they act for the customer. */
export interface MessageLinks {
  readonly changeUrl: string;
  readonly cancelUrl: string;
  /** The page on which the customer says how a session was. */
  readonly feedbackUrl: string;
  /** Where another session is booked; it carries no token. */
  readonly bookUrl: string;
}

/**
 * What a message of each kind may say about an appointment.
 * @throws Error for a kind about a change, where the appointment was never changed: a fault of ours.
 */
export const messageFields: { readonly [Kind in AppointmentKind]: (facts: MessageFacts) => Fields[Kind] } = {
  confirmation: (facts) => ({ ...standing(facts, "confirmation"), ...terms(facts) }),
  reminder: (facts) => ({
    ...standing(facts, "reminder"),
    before: remaining(until(facts.now, facts.appointment.start)),
  }),
  changed: (facts) => ({
    ...standing(facts, "changed"),
    ...terms(facts),
    ...revised(facts),
    was: replaced(facts),
  }),
  cancelled: (facts) => ({
    ...session(facts, "cancelled"),
    ...rules(facts),
    ...terms(facts),
    ...revised(facts),
    ...(facts.restricted !== true && { bookUrl: facts.links.bookUrl }),
  }),
  interrupted: (facts) => ({
    ...session(facts, "interrupted"),
    ...rules(facts),
    ...interruptedFields(facts),
  }),
  "feedback-request": (facts) => ({
    ...session(facts, "feedback-request"),
    ...rules(facts),
    ratingUrls: ratingUrls(facts),
  }),
  "no-show-warning": (facts) => missed(facts, "no-show-warning"),
  "no-show-consequence": (facts) => missed(facts, "no-show-consequence"),
  "no-show-waived": (facts) => missed(facts, "no-show-waived"),
  answer: (facts) => standing(facts, "answer"),
  "staff-booked": (facts) => staff(facts, "staff-booked"),
  "staff-changed": (facts) => ({
    ...staff(facts, "staff-changed"),
    ...revised(facts),
    was: replaced(facts),
  }),
  "staff-cancelled": (facts) => ({ ...staff(facts, "staff-cancelled"), ...relieved(facts) }),
  "staff-attendance": (facts) => ({
    ...staff(facts, "staff-attendance"),
    closesAt: facts.appointment.closesAt ?? facts.appointment.end,
  }),
  "staff-mail": (facts) => ({ ...staff(facts, "staff-mail"), mail: facts.mail }),
};

export const isAppointmentKind = (kind: MessageKind): kind is AppointmentKind => kind in messageFields;

const session = ({ policy, appointment }: MessageFacts, kind: MessageKind): SessionFields => {
  const { language, timeZone } = readerOf(policy, appointment, kind);
  return {
    customerName: appointment.customer.name,
    company: policy.company,
    sessionName: sessionName(policy, appointment, language),
    hostName: hostName(policy, appointment.host),
    start: appointment.start,
    end: appointment.end,
    timeZone,
    code: appointment.code,
  };
};

/** A session type or host that left the policy since is named by its id. */
const sessionName = (policy: Policy, { sessionType }: Appointment, language: Language): string =>
  policy.appointments?.sessionTypes.find(({ id }) => id === sessionType)?.name[language] ?? sessionType;

const hostName = (policy: Policy, host: Host["id"]): string =>
  policy.appointments?.hosts.find(({ id }) => id === host)?.name ?? host;

const rules = ({ policy }: MessageFacts) => ({
  notice: policy.appointments?.notice.atLeast ?? "PT0S",
  supportMailbox: policy.mailboxes.support,
});

const standing = (facts: MessageFacts, kind: MessageKind): StandingFields => ({
  ...session(facts, kind),
  ...rules(facts),
  changeUrl: facts.links.changeUrl,
  cancelUrl: facts.links.cancelUrl,
});

const terms = ({ policy, appointment }: MessageFacts) => ({
  terms: { version: appointment.terms.version, url: policy.terms.url },
});

const missed = (facts: MessageFacts, kind: MessageKind) => ({
  ...session(facts, kind),
  ...rules(facts),
  ...terms(facts),
  ...noShowFields(facts),
});

const staff = (facts: MessageFacts, kind: MessageKind): StaffFields => {
  const { email, phone } = facts.appointment.customer;
  return { ...session(facts, kind), customer: { email, phone } };
};

const revised = (facts: MessageFacts) => ({
  cause: causeOf(revisionOf(facts)),
  clause: facts.policy.appointments?.notice.clause ?? "",
  notice: rules(facts).notice,
});

/** A company's own change has no consequence for the customer, however late it comes. */
const causeOf = ({ wish, notice }: Revision): Cause => (wish === "customer" ? notice : "company");

const replaced = (facts: MessageFacts) => {
  const { start, host } = revisionOf(facts).from;
  return { start, hostName: hostName(facts.policy, host) };
};

/** The host who had the session hears of the time that is free again: of the one that stood before the change. */
const relieved = (facts: MessageFacts) => {
  const { start, end, host } = revisionOf(facts).from;
  const handed = facts.appointment.status === "booked" && host !== facts.appointment.host;
  return {
    ...revised(facts),
    ...(handed && { cause: "handed" as const }),
    start,
    end,
    hostName: hostName(facts.policy, host),
  };
};

const revisionOf = ({ appointment: { code, revision } }: MessageFacts): Revision => {
  if (revision === undefined) throw new Error(`${code} was never changed or cancelled`);
  return revision;
};

/**
 * How far off the session is, as people say it: a reminder that goes out late must not claim its planned distance.
 * Some seconds of the machinery's own are not counted; below an hour it is whole minutes, else whole hours.
 */
const remaining = (length: Milliseconds): string => {
  const minutes = Math.max(0, Math.round(length / minute));
  const hours = Math.floor((minutes * minute + 5 * minute) / hour);
  return hours >= 1 ? `PT${hours}H` : `PT${minutes}M`;
};
