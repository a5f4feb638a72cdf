import type { Ports } from "#adapters/ports.ts";
import { subjectOf } from "#core/appointment/appointment.ts";
import { asElsewhere, elsewhereKey, want } from "#core/case/elsewhere.ts";
import type { Change } from "#core/change.ts";
import type { SystemId } from "#core/policy/case-words.ts";
import { untilCommitted } from "../until-committed.ts";

/**
 * Notes that another system is to look like the case at this change. It asks nothing of that system, so the change's other
 * effects, and whoever waits for an answer, are never held up by it.
 */
export const wantElsewhere = (ports: Ports, change: Change, system: SystemId): Promise<void> => {
  const { pack, code: number } = subjectOf(change);
  const it = { pk: change.pk, pack, number };
  return untilCommitted(ports, async () => {
    const item = await ports.table.get(elsewhereKey(it, system));
    return want(item && asElsewhere(item), it, system, change.rev, ports.now());
  });
};
