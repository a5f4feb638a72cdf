import type { Ports } from "#adapters/ports.ts";
import { type Case, isWorkedOn } from "#core/case/case.ts";
import type { caseExecutionOf } from "#core/case/execution.ts";
import { wake } from "#core/table.ts";
import { untilCommitted } from "../until-committed.ts";
import { changeCase } from "./change.ts";
import { catchUpCase } from "./next-step.ts";
import { readCase } from "./read.ts";

/**
 * The sweeper found that a case's look has passed. What is due is carried out by the same step; and where an execution
 * should have done it, that one is gone or stuck: the next run takes over.
 */
export const watchCase = async (ports: Ports, { pack, number, run }: Case): Promise<void> => {
  const id = { pack, number };
  await catchUpCase(ports, id);
  await changeCase(ports, id, (it) =>
    it.run === run && isWorkedOn(it)
      ? {
          after: it,
          actor: "kept",
          action: "watched-anew",
          reason: it.lostAt === undefined ? "overdue" : "execution-lost",
          tell: [],
          newRun: { stop: `Run ${run + 1} took over` },
        }
      : undefined,
  );
};

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
