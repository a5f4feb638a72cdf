import type { Actor, Effect } from "#core/change.ts";
import { recordChange } from "#core/change.ts";
import { type Item, type Key, madeIn, type Write, wake } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Appointment, Promised, Revision } from "./appointment.ts";
import { executionName } from "./execution.ts";
import { moveCells } from "./hold.ts";
import { voided } from "./promises.ts";
import { nextLook } from "./settle.ts";

/** Why a customer or a member of staff changed an appointment, and on whose word. */
export interface RevisedBy {
  readonly actor: Actor;
  /** Staff may act on the customer's word, on the phone say: then the notice counts as the customer's own. */
  readonly onBehalfOf?: "customer" | undefined;
  readonly reason?: string | undefined;
  /** By a button, with a token that was only ever mailed: the address is the customer's own. */
  readonly proven?: boolean;
}

/** Whose wish it was: only the customer's own can be late. */
export const wishOf = ({ actor, onBehalfOf }: RevisedBy): "customer" | "staff" =>
  actor === "customer" || onBehalfOf === "customer" ? "customer" : "staff";

/** What replaces the version that stands. */
export interface NextVersion {
  readonly status: "booked" | "cancelled";
  readonly time: Pick<Appointment, "host" | "start" | "end" | "held">;
  readonly promises: Readonly<Record<string, Promised>>;
  readonly policy: string;
  readonly revision: Revision;
}

/** The appointment as its next version. */
export const nextVersion = (before: Appointment, next: NextVersion, by: RevisedBy): Appointment => {
  const { wakeShard: _shard, wakeAt: _at, held: _held, confirmedAt: _confirmed, ...rest } = before;
  const after: Appointment = {
    ...rest,
    ...next.time,
    version: before.version + 1,
    rev: before.rev + 1,
    status: next.status,
    promises: next.promises,
    policy: next.policy,
    revision: next.revision,
    ...madeIn(rest.pack, next.revision.at),
    ...(by.proven && rest.provenAt === undefined && { provenAt: next.revision.at }),
  };
  return { ...after, ...wake(after, nextLook(after)) };
};

/**
 * One transaction from version to version: the head, the version that was as it stood, the host's cells, and the entry
 * of the change with all that it owes. Refused when anything was written meanwhile, or a cell is not free.
 */
export const revisionWrites = (
  before: Appointment,
  after: Appointment,
  by: RevisedBy,
  owed: readonly Effect[],
): { readonly writes: Write[]; readonly change: Item } => {
  const { at, notice, action } = after.revision ?? { at: before.start, notice: "in-time", action: "changed" };
  const change = recordChange(after, at, {
    actor: by.actor,
    action,
    notice,
    ...(by.reason !== undefined && { reason: by.reason }),
    ...(by.onBehalfOf !== undefined && { onBehalfOf: by.onBehalfOf }),
    owed: [stopExecution(before, action), ...owed],
  });
  const head: Write = { put: { ...after }, if: { equals: { rev: before.rev, version: before.version } } };
  const cells = moveCells(before.code, before, after.status === "booked" ? after : undefined);
  return { writes: [head, archive(before, at), change, ...cells], change: change.put };
};

/** The version that was, its promises as they ended: what was still open is void. */
const archive = (before: Appointment, at: Instant): Write => {
  const { host, start, end, version, policy, madeIn: month, madeAt } = before;
  const promises = voided(before.promises, at);
  const found = madeAt === undefined ? {} : { madeIn: month, madeAt };
  const was = { type: "version", version, host, start, end, policy, promises, ...found };
  return { put: { ...versionKey(before, version), ...was }, if: { exists: false } };
};

export const versionKey = ({ pk }: { pk: string }, version: number): Key => ({
  pk,
  sk: `version#${String(version).padStart(6, "0")}`,
});

/** Read by staff in the console: which version follows, and no name. */
const stopExecution = (before: Appointment, action: "changed" | "cancelled"): Effect => ({
  effect: "stop-execution",
  machine: `${before.pack}-appointment`,
  name: executionName(before),
  cause:
    action === "cancelled"
      ? "The appointment was cancelled"
      : `Changed: version ${before.version + 1} took over`,
});
