import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { BookingRules } from "#core/appointment/book.ts";
import { spanProblem } from "#core/appointment/span.ts";
import { usualLimits } from "#core/customer/customer.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { Entry } from "#core/waiting/entry.ts";
import { type JoinRequest, joinProblem, joinWrites, newEntry } from "#core/waiting/join.ts";
import type { WaitingPolicy } from "#core/waiting/offer.ts";
import { countNetwork, type Network, networkProblem } from "../limits.ts";
import { recall } from "../recall.ts";
import { rulesFor } from "../rules.ts";
import { type MayNot, mayHave } from "./may-have.ts";
import { entriesOf } from "./read.ts";

/** What the API answers, and remembers: no personal data. */
export type Joined = Pick<Entry, "code" | "version" | "sessionType" | "from" | "to" | "ends"> & {
  readonly id: string;
  readonly status: "waiting";
};

export type JoinRefusal =
  | MayNot
  | Refusal<
      | "no-waiting-list"
      | "span-empty"
      | "span-too-long"
      | "span-over"
      | "already-waiting"
      | "idempotency-mismatch"
    >;

/**
 * Puts a customer on the waiting list; the same request again answers the same.
 * @param network where it came from, if that is to be capped.
 */
export const join = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: JoinRequest,
  idempotency: Idempotency,
  network?: Network,
): Promise<Joined | JoinRefusal> => {
  const before = await recall<Joined>(ports, idempotency);
  if (before !== undefined) return before;
  const rules = rulesFor(deployed, request.sessionType);
  if (isRefusal(rules)) return rules;
  const { waitingList } = rules.appointments;
  if (waitingList === undefined) return noList(deployed);
  const problem = spanProblem(request.from, request.to);
  if (problem !== undefined) return problem;
  const join = () => tryToJoin(ports, deployed, request, idempotency, waitingList);
  return network === undefined ? join() : fromNetwork(ports, rules, network, join);
};

/** Places count like bookings, so that no network can fill the list. */
const fromNetwork = async (
  ports: Ports,
  { plan: { pack }, appointments }: BookingRules,
  network: Network,
  join: () => Promise<Joined | JoinRefusal>,
): Promise<Joined | JoinRefusal> => {
  const { perNetworkPerHour } = appointments.booking.limits ?? usualLimits;
  const problem = await networkProblem(ports, pack, network, perNetworkPerHour);
  if (problem !== undefined) return problem;
  const joined = await join();
  if (!isRefusal(joined)) await countNetwork(ports, pack, network);
  return joined;
};

const noList = ({ policy }: DeployedPolicy): Refusal<"no-waiting-list"> => ({
  refused: "no-waiting-list",
  detail: `${policy.company} keeps no waiting list.`,
});

/** Enough for a person's own requests at the same moment. */
const rounds = 8;

const tryToJoin = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: JoinRequest,
  idempotency: Idempotency,
  { entriesPerPerson }: WaitingPolicy,
): Promise<Joined | JoinRefusal> => {
  const { pack } = deployed.policy;
  for (let round = 0; round < rounds; round += 1) {
    const now = ports.now();
    const entry = newEntry(pack, ports.newCode(), request, now);
    const allowed = await mayHave(ports, deployed, entry);
    if (isRefusal(allowed)) return allowed;
    const { customer, checks } = allowed;
    const theirs = await entriesOf(ports, pack, customer);
    const refused = joinProblem(entry, theirs, entriesPerPerson, now);
    if (refused !== undefined) return (await recall<Joined>(ports, idempotency)) ?? refused;
    const answer = joined(entry);
    const writes = [
      remember(idempotency, answer, now),
      ...joinWrites(entry, customer, theirs, now),
      ...checks,
    ];
    const result = await ports.table.commit(writes);
    if (result.committed) return answer;
    const twin = result.refused.includes(0) ? await recall<Joined>(ports, idempotency) : undefined;
    if (twin !== undefined) return twin;
  }
  throw new Contended("others kept writing for the same address");
};

const joined = ({ code, version, sessionType, from, to, ends }: Entry): Joined => ({
  id: code,
  code,
  version,
  status: "waiting",
  sessionType,
  from,
  to,
  ends,
});
