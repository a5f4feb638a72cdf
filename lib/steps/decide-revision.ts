import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { NoHost } from "#core/appointment/availability.ts";
import type { BookingRules } from "#core/appointment/book.ts";
import { cancel, change, type RevisionRefusal, revisable, revisionOf } from "#core/appointment/change.ts";
import { type RevisedBy, wishOf } from "#core/appointment/revise.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import type { Counted } from "#core/customer/counted.ts";
import { moveProblem } from "#core/customer/standing.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Host } from "#core/policy/shape.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { readConduct } from "./access.ts";
import { readAppointment } from "./appointment.ts";
import { countingChecks, readCounting, sessionOf } from "./counted.ts";
import { hostsToTry } from "./hosts.ts";
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
export interface DecidedRevision {
  readonly after: Appointment;
  readonly writes: Write[];
  readonly change: Item;
  /** Of what else was read for it, the customer say: last in the transaction, and all is read again when one is refused. */
  readonly checks?: readonly Write[];
  /** What counts of its customer then, where that becomes another. */
  readonly counted?: Counted | undefined;
}

export type MoveRequest = RevisionRequest & { readonly start: Instant; readonly host?: string | undefined };

/** What comes of an appointment as it stands now; of several, the first that can be committed. */
export type DecideRevision = (
  before: Appointment,
  rules: BookingRules,
) => Promise<DecidedRevision[] | ChangeRefusal>;

/** Reads the appointment anew, and decides from that. */
export const decideRevision = async (
  ports: Ports,
  deployed: DeployedPolicy,
  { code, version }: RevisionRequest,
  decide: DecideRevision,
): Promise<DecidedRevision[] | ChangeRefusal> => {
  const before = await readAppointment(ports, { pack: deployed.policy.pack, code });
  if (before === undefined) return { refused: "not-found", detail: "There is no such appointment." };
  const refused = revisable(before, version, ports.now());
  if (refused !== undefined) return refused;
  const rules = rulesFor(deployed, before.sessionType);
  return isRefusal(rules) ? rules : decide(before, rules);
};

/** Another time, or another host. */
export const moving =
  (ports: Ports, deployed: DeployedPolicy, request: MoveRequest): DecideRevision =>
  async (before, rules) => {
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
      counted: standing.counted,
    }));
  };

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

/** None any more; with less notice than the policy asks for it works as well, and counts. */
export const cancelling =
  (ports: Ports, deployed: DeployedPolicy, { by }: Pick<RevisionRequest, "by">): DecideRevision =>
  async (before, { appointments: { notice } }) => {
    const now = ports.now();
    const revision = revisionOf(before, "cancelled", notice, by, now);
    const { letters, writes, counted } = await standingRevised(ports, deployed, before, revision, by);
    return [{ ...cancel(before, notice, by, { now, letters }), checks: writes, counted }];
  };
