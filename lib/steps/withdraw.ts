import type { Ports } from "#adapters/ports.ts";
import { cancel, revisable, revisionOf } from "#core/appointment/change.ts";
import type { Actor, Change } from "#core/change.ts";
import { asChange } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import { readAppointment } from "./appointment.ts";
import { rulesFor } from "./rules.ts";
import { standingRevised } from "./standing.ts";
import { untilCommitted } from "./until-committed.ts";

/**
 * Cancels a session by the company's own wish, because of something that was decided elsewhere: what it was to cost is
 * owed no more. A second run finds it cancelled.
 * @returns the entry of the change with all that it owes, for the caller to carry out; `undefined` when nothing was left to do.
 */
export const withdraw = async (
  ports: Ports,
  { pack, code }: { readonly pack: string; readonly code: string },
  by: { readonly actor: Actor; readonly reason: string },
): Promise<Change | undefined> => {
  let entry: Change | undefined;
  await untilCommitted(ports, async () => {
    const cancelled = await cancellation(ports, pack, code, by);
    entry = cancelled?.entry;
    return cancelled?.writes ?? [];
  });
  return entry;
};

const cancellation = async (
  ports: Ports,
  pack: string,
  code: string,
  by: { readonly actor: Actor; readonly reason: string },
): Promise<{ readonly writes: readonly Write[]; readonly entry: Change } | undefined> => {
  const before = await readAppointment(ports, { pack, code });
  const deployed = ports.policies.current(pack);
  if (before === undefined || deployed === undefined) return undefined;
  if (revisable(before, undefined, ports.now()) !== undefined) return undefined;
  const rules = rulesFor(deployed, before.sessionType);
  // A session type that left the policy has no rules any more: staff cancel it, as they do for anybody.
  if (isRefusal(rules)) return undefined;
  const now = ports.now();
  const { notice } = rules.appointments;
  const revision = revisionOf(before, "cancelled", notice, by, now);
  const standing = await standingRevised(ports, deployed, before, revision, by);
  const { writes, change } = cancel(before, notice, by, { now, letters: standing.letters });
  return { writes: [...writes, ...standing.writes], entry: asChange(change) };
};
