import type { Price } from "#core/customer/fees.ts";
import { isRefusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { openOffer } from "./answer.ts";
import { type Entry, stillWaits } from "./entry.ts";
import { namesOf } from "./letter.ts";
import type { Offer } from "./offer.ts";

export type WaitingStatus = "waiting" | "offered" | "booked" | "left" | "ended";

/** What the customer meets at this moment. */
interface Meets {
  readonly offer: Offer | undefined;
  /** Whether they may have a session, the fee paid; somebody who may not has no button that takes one. */
  readonly may: boolean;
  /** What it costs them after repeated no-shows, if it does. */
  readonly fee: Price | undefined;
}

/** Where somebody stands on the list now: nothing of anybody else. */
export const waitingView = (policy: Policy, entry: Entry, { offer, may, fee }: Meets, now: Instant) => {
  const { pack, version, language, timeZone } = entry;
  const status = statusOf(entry, offer, now);
  return {
    pack,
    purpose: "offer",
    version,
    status,
    actions: actions(status, may),
    company: policy.company,
    language,
    timeZone,
    waiting: waitedFor(policy, entry),
    ...(status === "offered" && offered(policy, entry, fee)),
    ...(entry.status === "booked" && booked(policy, entry)),
    terms: { version: policy.terms.version, url: policy.terms.url },
  };
};

const statusOf = (entry: Entry, offer: Offer | undefined, now: Instant): WaitingStatus => {
  if (entry.status !== "waiting") return entry.status;
  if (!isRefusal(openOffer(entry, offer, now))) return "offered";
  return stillWaits(entry, now) ? "waiting" : "ended";
};

const actions = (status: WaitingStatus, may: boolean): readonly ("accept" | "decline" | "leave")[] => {
  if (status === "offered") return may ? ["accept", "decline", "leave"] : ["decline", "leave"];
  return status === "waiting" ? ["leave"] : [];
};

const waitedFor = (policy: Policy, { code, sessionType, from, to, language }: Entry) => {
  const { sessionName } = namesOf(policy, sessionType, { host: "" }, language);
  return { code, sessionType, sessionName, from, to };
};

const offered = (policy: Policy, entry: Entry, fee: Price | undefined) => {
  if (entry.status !== "waiting" || entry.offer === undefined) return {};
  const { host, start, end, until } = entry.offer;
  const { hostName } = namesOf(policy, entry.sessionType, entry.offer, entry.language);
  return { offer: { host, hostName, start, end, until, ...(fee !== undefined && { fee }) } };
};

const booked = (policy: Policy, entry: Extract<Entry, { status: "booked" }>) => {
  const { host, start, end } = entry.offer;
  const { hostName } = namesOf(policy, entry.sessionType, entry.offer, entry.language);
  return { appointment: { code: entry.appointment, host, hostName, start, end } };
};
