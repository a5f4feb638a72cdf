import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { NoHost } from "#core/appointment/availability.ts";
import type { BookingRules } from "#core/appointment/book.ts";
import { cancel, change, type RevisionRefusal, revisable, revisionOf } from "#core/appointment/change.ts";
import { type RevisedBy, wishOf } from "#core/appointment/revise.ts";
import { asChange } from "#core/change.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import { moveProblem } from "#core/customer/standing.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { readConduct } from "./access.ts";
import { readAppointment } from "./appointment.ts";
import { countingChecks, readCounting, sessionOf } from "./counted.ts";
import { hostsToTry } from "./hosts.ts";
import { payNow } from "./pay.ts";
import { rulesFor } from "./rules.ts";
import { standingRevised, together } from "./standing.ts";

export interface RevisionRequest {
  readonly code: string;
  /** The version that the person saw. */
  readonly version?: number | undefined;
  readonly by: RevisedBy;
  /** Committed with the change: the answer to remember for a repeated request. */
  readonly alongside?: (after: Appointment) => Write;
}

export type ChangeRefusal =
  | RevisionRefusal
  | Refusal<NoHost | "no-appointments" | "slot-taken" | "not-found" | "restricted" | "not-before">;

/** A change decided: the version it makes, and the transaction that makes it. Its head is the first write. */
interface Decided {
  readonly after: Appointment;
  readonly writes: Write[];
  readonly change: Item;
  /** Of what else was read for it, the customer say: last in the transaction, and all is read again when one is refused. */
  readonly checks?: readonly Write[];
}

/** Moves a session to another time, or to another host. The old time is free again in the same moment, or nothing moved. */
export const changeAppointment = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest & { readonly start: Instant; readonly host?: string | undefined },
): Promise<Appointment | ChangeRefusal> =>
  revise(ports, deployed, request, async (before, rules) => {
    const { start } = request;
    const { sessionType, language, host: present } = before;
    const wish = { sessionType, start, host: request.host, language, present };
    const hosts = await hostsToTry(ports, deployed.policy, rules.appointments, wish);
    if (isRefusal(hosts)) return hosts;
    if (start === before.start && (request.host ?? before.host) === before.host) return unchanged;
    const allowed = await mayMove(ports, deployed, before, request);
    if (isRefusal(allowed)) return allowed;
    const now = ports.now();
    const standing = await standingRevised(
      ports,
      deployed,
      before,
      revisionOf(before, "changed", rules.appointments.notice, request.by, now),
      request.by,
    );
    return sameFirst(hosts, before).map((host) => ({
      ...change(before, rules, { start, host }, request.by, { now, letters: standing.letters }),
      checks: together(standing.writes, allowed.checks),
    }));
  });

/** Whether conduct and no-shows let them move it there; the company's own wish is asked neither. */
const mayMove = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  before: Appointment,
  { by, start }: Pick<RevisionRequest, "by"> & { readonly start: Instant },
): Promise<Refusal<"restricted" | "not-before"> | { readonly checks: readonly Write[] }> => {
  if (wishOf(by) !== "customer") return { checks: [] };
  const conduct = await readConduct(ports, before);
  if (isRefusal(conduct)) return conduct;
  const counting = await readCounting(ports, policy, conduct.customer, sessionOf(before));
  const barred = moveProblem(noShowRule(policy), counting.counted, before, start, ports.now());
  return barred ?? { checks: [...conduct.checks, ...countingChecks(counting)] };
};

const unchanged: ChangeRefusal = { refused: "unchanged", detail: "That is the time that it already has." };

/** Who knows the customer already is asked first. */
const sameFirst = (hosts: readonly Host[], { host }: Appointment): Host[] => [
  ...hosts.filter(({ id }) => id === host),
  ...hosts.filter(({ id }) => id !== host),
];

/** Frees the slot, at once and for others; with less notice than the policy asks for it works as well, and counts. */
export const cancelAppointment = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
): Promise<Appointment | ChangeRefusal> =>
  revise(ports, deployed, request, async (before, { appointments: { notice } }) => {
    const now = ports.now();
    const revision = revisionOf(before, "cancelled", notice, request.by, now);
    const standing = await standingRevised(ports, deployed, before, revision, request.by);
    return [
      { ...cancel(before, notice, request.by, { now, letters: standing.letters }), checks: standing.writes },
    ];
  });

/** Enough for every step that may settle a promise while somebody presses a button. */
const rounds = 8;

/** Reads, decides and commits, and again when a step wrote in between; another version in between is the person's to see. */
const revise = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
  decide: (before: Appointment, rules: BookingRules) => Promise<Decided[] | ChangeRefusal>,
): Promise<Appointment | ChangeRefusal> => {
  for (let round = 0; round < rounds; round += 1) {
    const before = await readAppointment(ports, { pack: deployed.policy.pack, code: request.code });
    if (before === undefined) return { refused: "not-found", detail: "There is no such appointment." };
    const refused = revisable(before, request.version, ports.now());
    if (refused !== undefined) return refused;
    const rules = rulesFor(deployed, before.sessionType);
    if (isRefusal(rules)) return rules;
    const decided = await decide(before, rules);
    if (isRefusal(decided)) return decided;
    const result = await firstThatHolds(ports, decided, request.alongside);
    if (result !== "written-meanwhile") return result;
  }
  throw new Contended("others kept writing to the same appointment");
};

const firstThatHolds = async (
  ports: Ports,
  decided: readonly Decided[],
  alongside: RevisionRequest["alongside"],
): Promise<Appointment | ChangeRefusal | "written-meanwhile"> => {
  for (const { after, writes, change: entry, checks = [] } of decided) {
    const remembered = alongside === undefined ? [] : [alongside(after)];
    const result = await ports.table.commit([...writes, ...remembered, ...checks]);
    if (result.committed) {
      await payNow(ports, asChange(entry));
      return after;
    }
    const read = writes.length + remembered.length;
    if (result.refused.some((at) => at === 0 || at >= read)) return "written-meanwhile";
  }
  return { refused: "slot-taken", detail: "Somebody else has just taken this time; please choose another." };
};
