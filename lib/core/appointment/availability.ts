import { createCache, onceFor } from "#core/cache.ts";
import type { Refusal } from "#core/errors.ts";
import { isRefusal } from "#core/errors.ts";
import type { AppointmentPolicy, Host, SessionType } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { epoch, type Instant, type Milliseconds } from "#core/time.ts";
import { bookableTime } from "./bookable.ts";
import { byZone } from "./by-zone.ts";
import type { ClosedDays } from "./closed-days.ts";
import { beginsWithin, openings, stretch } from "./openings.ts";
import { quarter } from "./quarter.ts";

export type SlotProblem = "not-offered" | "too-soon" | "too-far";
export type NoHost = SlotProblem | "unknown-session-type" | "unknown-host";

/** What a company offers: its rules, and the days on which its hosts receive nobody. */
export interface Offer {
  readonly appointments: AppointmentPolicy;
  readonly closed: ClosedDays;
}

/** What a customer wishes for. */
export interface Wish {
  /** Its id in the policy. */
  readonly sessionType: string;
  readonly start: Instant;
  /** Its id: that one and no other. */
  readonly host?: string | undefined;
  /** Only hosts who speak it, unless none of those who offer the start does. */
  readonly language?: Language | undefined;
  /** Who gives the session now, when it is moved: their language is accepted already. */
  readonly present?: string | undefined;
}

/**
 * The hosts that offer what is wished for, in the policy's order: one at least, or why there is none. Whether they are
 * free then is decided by the table, in the booking's own write; `evenly` puts them in the order to be tried.
 * Where no host offers it, the first one's reason is told.
 */
export const findHosts = (
  { appointments, closed }: Offer,
  { sessionType, start, host }: Wish,
  now: Instant,
): readonly Host[] | Refusal<NoHost> => {
  const type = findSessionType(appointments, sessionType);
  if (isRefusal(type)) return type;
  const asked = hostsOf(appointments, type).filter((each) => host === undefined || each.id === host);
  const problemOf = slotProblem({ appointments, closed }, type, start, now);
  const problems = asked.map(problemOf);
  const offering = asked.filter((_, at) => problems[at] === undefined);
  return offering.length > 0 ? offering : (problems[0] ?? unknownHost(host, type));
};

/**
 * Those who speak the customer's language before those who do not: a slot that is listed for the latter is still to be
 * had when the former are taken. Who gives the session already, when it is moved, belongs to the first.
 */
export const speakersFirst = (hosts: readonly Host[], { language, present }: Wish): readonly Host[][] => {
  const speaking = hosts.filter((each) => each.id === present || speaks(language)(each));
  return [speaking, hosts.filter((each) => !speaking.includes(each))];
};

/** A host of whom nothing is said speaks all of the company's languages. */
export const speaks =
  (language: Language | undefined) =>
  (host: Host): boolean =>
    language === undefined || (host.languages?.includes(language) ?? true);

/** By the rules of `openSlots`, but without a look at what is taken: `undefined` when that host offers that start. */
const slotProblem = (offer: Offer, type: SessionType, start: Instant, now: Instant) => {
  const [{ booking }, at] = [offer.appointments, epoch(start)];
  const bookable = byZone((timeZone) => bookableTime(booking, timeZone, now));
  const isOffered = offered(offer, type, at);
  return (host: Host): Refusal<SlotProblem> | undefined => {
    const { earliest, end } = bookable(host);
    if (at < earliest) return tooSoon(offer.appointments);
    if (at >= end) return tooFar(offer.appointments);
    return isOffered(host) ? undefined : notOffered(start, host);
  };
};

const offered = ({ appointments, closed }: Offer, type: SessionType, start: Milliseconds) => {
  const { length, step } = inQuarters(appointments, type);
  const moment = byZone((timeZone) => stretch(timeZone, start, start + quarter));
  return (host: Host): boolean =>
    openings(host, closed(host), moment(host)).some((opening) =>
      beginsWithin(opening, length, step, start / quarter),
    );
};

/** How long a session of that type is, and how far apart the starts lie. */
export const inQuarters = (
  policy: AppointmentPolicy,
  type: SessionType,
): { length: number; step: number } => ({
  length: type.minutes / 15,
  step: policy.booking.stepMinutes / 15,
});

export const findSessionType = (
  policy: AppointmentPolicy,
  id: string,
): SessionType | Refusal<"unknown-session-type"> =>
  policy.sessionTypes.find((type) => type.id === id) ?? {
    refused: "unknown-session-type",
    detail: `There is no session type "${id}"; there are ${listed(policy.sessionTypes)}.`,
  };

/** In the order in which the policy names them under `hosts`. */
export const hostsOf = (policy: AppointmentPolicy, type: SessionType): readonly Host[] =>
  hostsByType(policy)(type, () => policy.hosts.filter((host) => type.hosts.includes(host.id)));

/** Looked up once: each look at a calendar asks for it, and of many hosts it takes as long as what is then asked of them. */
const hostsByType = onceFor((_policy: AppointmentPolicy) => createCache<readonly Host[], SessionType>(500));

const listed = (named: readonly { id: string }[]): string => named.map(({ id }) => id).join(", ");

const unknownHost = (host: string | undefined, type: SessionType): Refusal<"unknown-host"> => ({
  refused: "unknown-host",
  detail: `No host "${host ?? ""}" gives ${type.id} sessions; ${type.hosts.join(", ")} can be asked for.`,
});

const tooSoon = ({ booking }: AppointmentPolicy): Refusal<"too-soon"> => ({
  refused: "too-soon",
  detail: `A session is booked at least ${booking.leadTime} before it starts.`,
});

const tooFar = ({ booking }: AppointmentPolicy): Refusal<"too-far"> => ({
  refused: "too-far",
  detail: `Sessions can be booked up to ${booking.horizonDays} days ahead.`,
});

const notOffered = (start: Instant, host: Host): Refusal<"not-offered"> => ({
  refused: "not-offered",
  detail: `${host.name} offers no session that starts at ${start}; choose one of the slots.`,
});
