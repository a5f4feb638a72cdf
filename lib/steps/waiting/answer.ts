import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { findHosts, type NoHost } from "#core/appointment/availability.ts";
import { newAppointment } from "#core/appointment/book.ts";
import { type Actor, asChange } from "#core/change.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import { countedBooking, knownBy } from "#core/customer/customer.ts";
import { acceptingFee } from "#core/customer/standing.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import {
  type AnswerRefusal,
  acceptWrites,
  bookingOf,
  declineWrites,
  openOffer,
  waitingAt,
} from "#core/waiting/answer.ts";
import type { Entry, OfferMade, Waiting } from "#core/waiting/entry.ts";
import type { Offer } from "#core/waiting/offer.ts";
import { writeCounting } from "../counted.ts";
import { offerOf } from "../hosts.ts";
import { payNow } from "../pay.ts";
import { rulesFor } from "../rules.ts";
import { type Allowed, type MayNot, mayHave } from "./may-have.ts";
import { readEntry, readOffer } from "./read.ts";

export interface AnswerRequest {
  readonly code: string;
  /** The one that the page showed. */
  readonly version: number;
  /** By a link that was only ever mailed: the address is the customer's own. */
  readonly proven?: boolean;
}

export interface AcceptRequest extends AnswerRequest {
  /** What the session costs after repeated no-shows, if it does (taxdome §4). */
  readonly feeAccepted?: boolean | undefined;
}

export type AnswerRefused = AnswerRefusal | MayNot | Refusal<NoHost | "not-found">;

const nothingOffered: AnswerRefused = {
  refused: "offer-over",
  detail: "Nothing is offered to you at this moment.",
};

interface Answered {
  readonly writes: Write[];
  readonly change: Item;
  readonly after: Entry;
}

/**
 * Takes what is offered: the hold becomes an appointment, with all that a booking brings. Of any number who press at
 * once one has it, and a second press of theirs answers the same.
 */
export const acceptOffer = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: AcceptRequest,
): Promise<Entry | AnswerRefused> =>
  settle(ports, deployed, request.code, async (entry) => {
    if (entry.status === "booked" && entry.version === request.version + 1) return { again: entry };
    const waiting = waitingAt(entry, request.version);
    return isRefusal(waiting) ? waiting : accepting(ports, deployed, waiting, request);
  });

const accepting = async (
  ports: Ports,
  deployed: DeployedPolicy,
  entry: Waiting,
  { proven = false, feeAccepted }: AcceptRequest,
): Promise<Answered | AnswerRefused> => {
  const now = ports.now();
  const offer = entry.offer && (await readOffer(ports, entry.pack, entry.offer.id));
  const made = openOffer(entry, offer, now);
  if (isRefusal(made)) return made;
  if (offer === undefined) return nothingOffered;
  const allowed = await mayHave(ports, deployed, entry, { start: made.start, feeAccepted });
  if (isRefusal(allowed)) return allowed;
  const booking = bookingAs(ports, deployed, entry, made);
  if (isRefusal(booking)) return booking;
  const booked = newAppointment(booking.rules, booking.request, booking.host, ports.newCode(), now);
  const appointment = { ...booked, ...heldBy(offer), ...(proven && { provenAt: now }) };
  const theirs = withBooking(deployed, allowed, appointment, now);
  const accepted = acceptWrites({ offer, entry, theirs, appointment }, made, now);
  return { ...accepted, writes: [...accepted.writes, ...allowed.checks] };
};

/** The customer as after any booking: known, counted, and with the fee that they accepted. */
const withBooking = (
  { policy }: DeployedPolicy,
  { customer, counting }: Allowed,
  appointment: Appointment,
  now: Instant,
): readonly Write[] => {
  const { code } = appointment;
  const known = knownBy(customer, appointment);
  const after = acceptingFee(noShowRule(policy), known, code, now, counting.counted);
  return writeCounting(counting, countedBooking(after, code, now), code).writes;
};

/** Its cells are those that the offer held, whatever the policy has come to say about buffers. */
const heldBy = ({ end, held }: Offer) => ({ end, ...(held !== undefined && { held }) });

const bookingAs = (ports: Ports, deployed: DeployedPolicy, entry: Waiting, made: OfferMade) => {
  const { policy } = deployed;
  const rules = rulesFor(deployed, entry.sessionType);
  if (isRefusal(rules)) return rules;
  const request = bookingOf(entry, made, policy.terms.version);
  const { sessionType, start, host } = request;
  const hosts = findHosts(
    offerOf(ports, policy, rules.appointments),
    { sessionType, start, host },
    ports.now(),
  );
  return isRefusal(hosts) ? hosts : { rules, request, host: hosts[0] as Host };
};

export interface DeclineRequest extends AnswerRequest {
  /** Not only this offer, but the place on the list. */
  readonly leave?: boolean | undefined;
}

/** Says no to what is offered, or leaves the list; what was held for them passes on. */
export const declineOffer = (
  ports: Ports,
  deployed: DeployedPolicy,
  { code, version, leave = false }: DeclineRequest,
  actor: Actor = "customer",
): Promise<Entry | AnswerRefused> =>
  settle(ports, deployed, code, async (entry) => {
    const waiting = waitingAt(entry, version);
    if (isRefusal(waiting)) return waiting;
    return waiting.offer === undefined && !leave
      ? nothingOffered
      : declineWrites(waiting, { leave, actor }, ports.now());
  });

/** Fifty who press at once: each round one of them is through, and the others see that it is taken. */
const rounds = 8;

const settle = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  code: string,
  decide: (entry: Entry) => Promise<Answered | { readonly again: Entry } | AnswerRefused>,
): Promise<Entry | AnswerRefused> => {
  for (let round = 0; round < rounds; round += 1) {
    const entry = await readEntry(ports, { pack, code });
    if (entry === undefined) return { refused: "not-found", detail: "There is no such place on the list." };
    const decided = await decide(entry);
    if ("refused" in decided) return decided;
    if ("again" in decided) return decided.again;
    const { committed } = await ports.table.commit(decided.writes);
    if (!committed) continue;
    await payNow(ports, asChange(decided.change));
    return decided.after;
  }
  throw new Contended("others kept writing to the same offer");
};
