import type { Ports } from "#adapters/ports.ts";
import { isWorkedOn } from "#core/case/case.ts";
import type { caseExecutionOf } from "#core/case/execution.ts";
import { wake } from "#core/table.ts";
import { untilCommitted } from "../until-committed.ts";
import { readCase } from "./read.ts";

/**
 * An execution of a case did not reach its end. If it is the one that watches, the sweeper starts the next: not at once,
 * so that one that fails at its first step is not started a thousand times an hour.
 */
export const caseExecutionEnded = async (
  ports: Ports,
  { pack, number, run }: NonNullable<ReturnType<typeof caseExecutionOf>>,
): Promise<void> => {
  await untilCommitted(ports, async () => {
    const it = await readCase(ports, { pack, number });
    if (it?.run !== run || !isWorkedOn(it) || it.lostAt !== undefined) return [];
    const lostAt = ports.now();
    return [
      {
        update: { pk: it.pk, sk: it.sk },
        set: { lostAt, rev: it.rev + 1, ...wake(it, lostAt) },
        if: { equals: { rev: it.rev } },
      },
    ];
  });
};
