import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { NoHost } from "#core/appointment/availability.ts";
import type { Booked, BookingRequest, BookingRules } from "#core/appointment/book.ts";
import { usualLimits } from "#core/customer/customer.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import type { Idempotency } from "#core/idempotency.ts";
import { hostsToTry } from "./hosts.ts";
import { countNetwork, type Network, networkProblem } from "./limits.ts";
import { recall } from "./recall.ts";
import { rulesFor } from "./rules.ts";
import { type SlotRefusal, takeSlot } from "./take-slot.ts";

export type BookingRefusal =
  | SlotRefusal
  | Refusal<NoHost | "no-appointments" | "terms-not-current" | "idempotency-mismatch">;

/**
 * Books one slot for one customer: of any number of requests for it, one succeeds. The same request again answers the
 * same; nothing is remembered of one that was refused.
 * @param network where it came from, if that is to be capped.
 * @throws Contended when the table stayed busy; nothing was booked then, and the same request may be sent again.
 */
export const book = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: BookingRequest,
  idempotency: Idempotency,
  network?: Network,
): Promise<Booked | BookingRefusal> => {
  const result = await bookNew(ports, deployed, request, idempotency, network);
  if (result !== "known" && !isRefusal(result)) return result;
  // What stands against it may be its own twin: only a request that did not succeed asks for an answer given before.
  const before = await recall<Booked>(ports, idempotency);
  if (before !== undefined) return before;
  if (result === "known") throw new Contended("the answer to this request was forgotten a moment ago");
  return result;
};

/** `known` when this very request has been answered before. */
type Result = Booked | BookingRefusal | "known";

const bookNew = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: BookingRequest,
  idempotency: Idempotency,
  network: Network | undefined,
): Promise<Result> => {
  const rules = bookingRules(deployed, request);
  if (isRefusal(rules)) return rules;
  const hosts = await hostsToTry(ports, deployed.policy, rules.appointments, request);
  if (isRefusal(hosts)) return hosts;
  const book = () => takeSlot(ports, rules, request, hosts, idempotency);
  return network === undefined ? book() : fromNetwork(ports, rules, network, book);
};

const fromNetwork = async (
  ports: Ports,
  { plan: { pack }, appointments }: BookingRules,
  network: Network,
  book: () => Promise<Result>,
): Promise<Result> => {
  const { perNetworkPerHour } = appointments.booking.limits ?? usualLimits;
  const problem = await networkProblem(ports, pack, network, perNetworkPerHour);
  if (problem !== undefined) return problem;
  const result = await book();
  if (result !== "known" && !isRefusal(result)) await countNetwork(ports, pack, network);
  return result;
};

const bookingRules = (
  { policy, version }: DeployedPolicy,
  request: BookingRequest,
): BookingRules | BookingRefusal =>
  request.termsVersion === policy.terms.version
    ? rulesFor({ policy, version }, request.sessionType)
    : termsNotCurrent(policy.terms);

/** Nobody can accept terms that they have not seen (taxdome §3): the page reads the present ones, and asks again. */
const termsNotCurrent = (terms: { version: string; url: string }): BookingRefusal => ({
  refused: "terms-not-current",
  detail: `The terms in force are version ${terms.version}, ${terms.url}: show them, and book with that version.`,
});
